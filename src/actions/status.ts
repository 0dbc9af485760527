import type { Context } from "../context.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { PaymentStatus } from "../domain/registry/payment.ts";
import { changeStatus } from "../domain/registry/payment-status.ts";
import { changeBooks, type Receipted } from "./books.ts";
import { paymentChange, paymentEdit, paymentMeant, viewedPayment } from "./payment-edit.ts";

/** The verbs that set a status, and the status each sets. */
export const statusVerbs = {
  pause: "paused",
  resume: "active",
  cancel: "cancelled",
} as const satisfies Record<string, PaymentStatus>;
export type StatusVerb = keyof typeof statusVerbs;

/** Pauses, resumes or cancels a payment from a day on. What was due before stays due. */
export function setStatus(
  context: Context,
  verb: StatusVerb,
  input: { readonly payment: string; readonly on: Day | null },
): Promise<PaymentView & { readonly on: Day } & Receipted> {
  const now = context.clock.now();
  return changeBooks(context, (books) => {
    const payment = paymentMeant(books, input.payment);
    const on = input.on ?? books.today;
    const after = changeStatus(payment, statusVerbs[verb], on);
    const change = paymentChange(verb, paymentEdit(payment, after, now), { on });
    return { change, outcome: { ...viewedPayment(after, books), on } };
  });
}
