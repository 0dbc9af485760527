import type { Edit } from "../../domain/change.ts";
import { type ScheduledPayment, scheduledPayment } from "../../domain/cycles/scheduled.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { type HeapSkipped, skipHeap } from "../../domain/editing/skip-heap.ts";
import { type Total, totalsOf } from "../../domain/money/total.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import { checkedText } from "../../domain/words/text.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { day, text, texts, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";

const heapFields = {
  payments: texts,
  /** Of all payments, in place of some that are named. */
  all: yesOrNo,
  /** The reason, for the journal. */
  why: text,
};

type HeapInput = Partial<ValuesOf<typeof heapFields>> & { readonly before: Day };

/** Old cycles that were skipped at once. */
export interface SkippedBefore {
  readonly before: Day;
  /** The cycles, with what was still owed for them. */
  readonly skipped: readonly ScheduledPayment[];
  /** Cycles that are partly paid: what remains of them stays owed. */
  readonly left: readonly ScheduledPayment[];
  /** What was owed for those that are skipped, per currency. */
  readonly total: readonly Total[];
}

/** Skips every open cycle due before a day, of some payments or of all, as one change. Refuses (`usage`) a day to come. */
export const skipBefore: Deed<HeapInput, SkippedBefore> = {
  name: "skip before",
  effect: "changes",
  input: inputOf({ before: day }, heapFields),
  decide(books, input, { now }) {
    const { before, why = "" } = input;
    if (before > books.today) throw stillToCome(before);
    const heaps = paymentsMeant(books, input).map((payment) => ({
      payment,
      heap: skipHeap(payment, before, books.viewOf(payment)),
    }));
    const edits = heaps.filter(({ heap }) => heap.skipped.length > 0).map(editOf(now));
    const skipped = heaps.flatMap(({ payment, heap }) => scheduledOf(payment, heap.skipped));
    const owed = skipped.map(({ remaining, currency }) => ({ amount: remaining, currency }));
    const settings = books.snapshot.settings();
    const meta = { before, cycles: skipped.length, why: checkedText("the reason", why) };
    return {
      change:
        edits.length === 0 ? null : { area: "payments", action: "skip", ref_id: null, meta, edits },
      outcome: {
        ...{ before, skipped },
        left: heaps.flatMap(({ payment, heap }) => scheduledOf(payment, heap.left)),
        total: totalsOf(owed, settings, settingIn(settings, setting.currency)),
      },
    };
  },
};

interface PaymentHeap {
  readonly payment: Payment;
  readonly heap: HeapSkipped;
}

const editOf =
  (now: string) =>
  ({ payment, heap }: PaymentHeap): Edit => ({
    collection: "payments",
    id: payment.id,
    before: payment,
    after: { ...heap.payment, updated_at: now },
  });

function scheduledOf(payment: Payment, standees: HeapSkipped["skipped"]): ScheduledPayment[] {
  return standees.map(({ cycle, standing }) => scheduledPayment(payment, cycle, standing));
}

function paymentsMeant(books: Books, { payments = [], all = false }: HeapInput): Payment[] {
  if (all === payments.length > 0) throw unclearWhich();
  if (all) return [...books.snapshot.all("payments")];
  const found = payments.map((each) => paymentMeant(books, each));
  return [...new Map(found.map((payment) => [payment.id, payment])).values()];
}

function unclearWhich(): Refusal {
  return new Refusal(
    "usage",
    "skip --before is for the payments that are named, or for all of them",
    "Name one or more payments, or say --all.",
  );
}

function stillToCome(before: Day): Refusal {
  return new Refusal(
    "usage",
    `${before} is still to come, and only what is overdue is skipped at once`,
    "Give --before a day up to today, written in full: 2026-01-31.",
  );
}
