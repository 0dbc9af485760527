import type { Context } from "../context.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { changeBooks, type Receipted } from "./books.ts";
import { confirmationsOf } from "./evidence.ts";
import { paymentMeant, viewedPayment } from "./payment-edit.ts";

/** Removes a payment that never had a confirmation; refuses (`not-allowed`) any other: that is history. */
export function deletePayment(context: Context, text: string): Promise<PaymentView & Receipted> {
  return changeBooks(context, (books) => {
    const payment = paymentMeant(books, text);
    const { length } = confirmationsOf(books.snapshot, payment.id);
    if (length > 0) {
      throw new Refusal(
        "not-allowed",
        `${payment.name} has ${length} ${length === 1 ? "confirmation" : "confirmations"}, and history is kept`,
        `To end it: valhalla cancel ${addressOf(payment)}`,
      );
    }
    const { id } = payment;
    return {
      change: {
        area: "payments",
        action: "delete",
        ref_id: id,
        meta: { name: payment.name },
        edits: [{ collection: "payments", id, before: payment, after: null }],
      },
      outcome: viewedPayment(payment, books),
    };
  });
}
