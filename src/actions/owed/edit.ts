import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import { type Day, isDay } from "../../domain/days/calendar.ts";
import { editPayment, vanishedCycles } from "../../domain/editing/edit-payment.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import { Refusal } from "../../domain/refusal.ts";
import { refuseNamesake } from "../../domain/registry/find-payment.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { confirmationsOf } from "../evidence.ts";
import { day, text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentMeant, viewedPayment } from "../registry.ts";
import { paymentFields, saidOfPayment } from "./payment-fields.ts";

const editFields = {
  ...paymentFields,
  name: text,
  amount: text,
  /** The first cycle that a new amount or new days are for; today where it is not said. */
  from: day,
  /** Mends the current term from its beginning instead. */
  correct: yesOrNo,
  allow_duplicate: yesOrNo,
};

/** Which payment, and what shall be otherwise. */
export type EditInput = Partial<ValuesOf<typeof editFields>> & { readonly payment: string };

/** A payment that was changed, and what the change was about. */
export interface Edited extends PaymentView {
  /** The day from which on its new amount or days hold; null where only details changed. */
  readonly changed_from: Day | null;
  readonly corrected: boolean;
}

/** Changes a payment. Refuses a change that would leave confirmed or special cycles without a place. */
export const edit: Deed<EditInput, Edited> = {
  name: "edit",
  effect: "changes",
  input: inputOf({ payment: text }, editFields),
  decide(books, input, given) {
    const { payment, from = books.today, correct = false, allow_duplicate, ...said } = input;
    const { name, amount, ...others } = said;
    const patch = {
      ...(name !== undefined && { name }),
      ...(amount !== undefined && { amount }),
      ...saidOfPayment(others, from),
    };
    const fields = Object.keys(patch);
    if (fields.length === 0) throw nothingToEdit();
    const before = paymentMeant(books, payment);
    const after = editPayment(before, patch, { from, correct }, books.policy);
    const isRenamed = before.name !== after.name || before.kind !== after.kind;
    if (isRenamed && allow_duplicate !== true) {
      refuseNamesake(books.snapshot.paymentNames(), after);
    }
    if (after.terms !== before.terms) refuseVanishing(books, before, after);
    const change = paymentChange(
      "edit",
      { before, after, now: given.now },
      { fields, from, correct },
    );
    return {
      change,
      outcome: {
        ...viewedPayment(after, books),
        changed_from: after.terms === before.terms ? null : from,
        corrected: correct,
      },
    };
  },
};

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
