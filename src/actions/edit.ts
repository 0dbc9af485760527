import type { Context } from "../context.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import { type Day, isDay } from "../domain/days/calendar.ts";
import { editPayment, type PaymentPatch, vanishedCycles } from "../domain/editing/edit-payment.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf, findNamesake } from "../domain/registry/find-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { type Books, changeBooks, type Receipted } from "./books.ts";
import { confirmationsOf } from "./evidence.ts";
import { paymentChange, paymentEdit, paymentMeant, viewedPayment } from "./payment-edit.ts";

export interface EditInput {
  readonly payment: string;
  readonly patch: PaymentPatch;
  /** The first cycle that a new amount or new days are for; null is today. */
  readonly from: Day | null;
  /** Mends the current term from its beginning instead. */
  readonly correct: boolean;
  readonly allow_duplicate: boolean;
}

/** Changes a payment. Refuses a change that would leave confirmed or special cycles without a place. */
export function editRegistered(
  context: Context,
  input: EditInput,
): Promise<PaymentView & Receipted> {
  const now = context.clock.now();
  return changeBooks(context, (books) => {
    const before = paymentMeant(books, input.payment);
    const effect = { from: input.from ?? books.today, correct: input.correct };
    const after = editPayment(before, input.patch, effect, books.policy);
    if (!input.allow_duplicate) refuseNamesake(books, before, after);
    if (after.terms !== before.terms) refuseVanishing(books, before, after);

    const fields = Object.keys(input.patch);
    const meta = { fields, from: effect.from, correct: effect.correct };
    const change = paymentChange("edit", paymentEdit(before, after, now), meta);
    return { change, outcome: viewedPayment(after, books) };
  });
}

function refuseNamesake({ snapshot }: Books, before: Payment, after: Payment): void {
  if (before.name === after.name && before.kind === after.kind) return;
  const others = snapshot.index("payments").filter(({ id }) => id !== after.id);
  const namesake = findNamesake(others, after);
  if (namesake === null) return;
  throw new Refusal(
    "duplicate",
    `there is a ${after.kind} called ${namesake.name} already`,
    `See it: valhalla show ${addressOf(namesake)}. To have two: --allow-duplicate`,
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
    `the cycle ${vanished} of ${before.name} would be gone, and something was paid or said of it`,
    "Let the change begin later: --from DAY",
  );
}
