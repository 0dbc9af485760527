import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import type { ScheduledPayment } from "../../domain/cycles/scheduled.ts";
import { type Day, isDay } from "../../domain/days/calendar.ts";
import { beginOfEdit } from "../../domain/editing/begin-of-edit.ts";
import type { KeptPart } from "../../domain/editing/carried-terms.ts";
import { changeCurrency } from "../../domain/editing/change-currency.ts";
import {
  type Effect,
  editPayment,
  isUnchanged,
  type PaymentPatch,
  vanishedCycles,
} from "../../domain/editing/edit-payment.ts";
import { keptParts } from "../../domain/editing/kept-parts.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import { refuseSeam, type Seam, seamOf } from "../../domain/editing/seam.ts";
import { parseCurrency } from "../../domain/money/currencies.ts";
import { Refusal } from "../../domain/refusal.ts";
import { refuseNamesake } from "../../domain/registry/find-payment.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { confirmationsOf } from "../evidence.ts";
import { day, text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { comingOf, paymentMeant, viewedPayment } from "../registry.ts";
import { paymentFields, saidOfPayment } from "./payment-fields.ts";

const editFields = {
  ...paymentFields,
  name: text,
  amount: text,
  /** Its amounts keep their numbers; only while nothing is confirmed. */
  currency: text,
  /** The first cycle that a new amount or new days are for; where it is not said, the next that is not settled. */
  from: day,
  /** Mends the current term from its beginning instead. */
  correct: yesOrNo,
  /** Lets new days begin also where a period is due twice there, or not at all; saying `from` does so too. */
  any_seam: yesOrNo,
  allow_duplicate: yesOrNo,
};

/** Which payment, and what shall be otherwise. */
export type EditInput = Partial<ValuesOf<typeof editFields>> & { readonly payment: string };

/** A payment that was changed, and what the change was about. */
export interface Edited extends PaymentView {
  /** False where it was so already, and nothing was written. */
  readonly changed: boolean;
  /** The day from which on its new amount or days hold; null where only details changed. */
  readonly changed_from: Day | null;
  readonly corrected: boolean;
  /** Where its old days end and the new ones begin; null where the days stay. */
  readonly seam: SeamView | null;
  /** What a later term had set itself, so that the change does not reach it. */
  readonly kept: readonly KeptPart[];
  /** Its next two open cycles. */
  readonly coming: readonly ScheduledPayment[];
}

/** A seam by its days. */
export interface SeamView {
  /** The last due day by the old days, and the first by the new ones. */
  readonly last: Day;
  readonly first: Day;
  /** What would have been the next by the old days. */
  readonly old_next: Day | null;
  readonly fault: Seam["fault"];
}

/**
 * Changes a payment. Refuses a change that would leave confirmed or special cycles without a place, and (`conflict`) days
 * that would make a period due twice or not at all, unless it is said from when on they hold.
 */
export const edit: Deed<EditInput, Edited> = {
  name: "edit",
  effect: "changes",
  input: inputOf({ payment: text }, editFields),
  decide(books, input, given) {
    const before = paymentMeant(books, input.payment);
    const { patch, effect } = askedOf(books, before, input);
    const fields = [...Object.keys(patch), ...(input.currency === undefined ? [] : ["currency"])];
    if (fields.length === 0) throw nothingToEdit();
    const held = inCurrency(books, before, input.currency);
    const after = editPayment(held, patch, effect, books.policy);
    refuseSameName(books, before, after, input);
    if (after.terms !== held.terms) refuseVanishing(books, before, after);
    const seam = effect.correct ? null : seamOf(held, after, effect.from, books.policy);
    const isAsked = input.from !== undefined || input.any_seam === true;
    if (seam !== null && !isAsked) refuseSeam(before, seam);
    const change = paymentChange("edit", { before, after, now: given.now }, { fields, ...effect });
    const changed = !isUnchanged(before, after);
    return {
      change: changed ? change : null,
      outcome: {
        ...viewedPayment(after, books),
        changed,
        changed_from: after.terms === held.terms ? null : effect.from,
        corrected: effect.correct,
        seam: seam === null ? null : seamView(seam),
        kept: keptParts(held, after, effect.from),
        coming: comingOf(after, books),
      },
    };
  },
};

/** What shall be otherwise, and from when on. */
function askedOf(
  books: Books,
  before: Payment,
  input: EditInput,
): { readonly patch: PaymentPatch; readonly effect: Effect } {
  const { payment: _, from, correct = false, any_seam, allow_duplicate, currency, ...said } = input;
  const { name, amount, ...others } = said;
  const patch = {
    ...(name !== undefined && { name }),
    ...(amount !== undefined && { amount }),
    ...saidOfPayment(others, from ?? books.today),
  };
  const begin = correct ? books.today : beginOfEdit(before, patch, books.viewOf(before));
  return { patch, effect: { from: from ?? begin, correct } };
}

function inCurrency(books: Books, payment: Payment, currency: string | undefined): Payment {
  if (currency === undefined) return payment;
  const isConfirmed = books.snapshot
    .confirmationsOf(payment.id)
    .some(({ voided_at }) => voided_at === null);
  return changeCurrency(payment, parseCurrency(currency), isConfirmed);
}

function refuseSameName(
  { snapshot }: Books,
  before: Payment,
  after: Payment,
  { allow_duplicate }: EditInput,
): void {
  const isRenamed = before.name !== after.name || before.kind !== after.kind;
  if (isRenamed && allow_duplicate !== true) refuseNamesake(snapshot.paymentNames(), after);
}

function seamView({ last, first, old_next, fault }: Seam): SeamView {
  return { last: last.date, first: first.date, old_next: old_next?.date ?? null, fault };
}

function nothingToEdit(): Refusal {
  return new Refusal(
    "missing-value",
    "edit needs something to change",
    "valhalla edit hydro --amount 160",
  );
}

function refuseVanishing({ snapshot, policy }: Books, before: Payment, after: Payment): void {
  const paid = confirmationsOf(snapshot, after.id).flatMap(({ cycle, voided_at }) =>
    cycle === null || voided_at !== null ? [] : [cycle],
  );
  const special = Object.keys(before.exceptions).filter(isDay);
  const [vanished] = vanishedCycles(after, [...paid, ...special].sort(), policy);
  if (vanished === undefined) return;
  throw new Refusal(
    "conflict",
    `this would remove the cycle ${vanished} of ${before.name}, which was paid, skipped, moved or changed`,
    "Let the change begin later: --from DAY",
  );
}
