import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import { Refusal } from "../../domain/refusal.ts";
import { addressOf } from "../../domain/registry/find-payment.ts";
import { counted } from "../../domain/words/counted.ts";
import type { Deed } from "../action.ts";
import { confirmationsOf } from "../evidence.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant, viewedPayment } from "../registry.ts";

/** Removes a payment that never had a confirmation; refuses (`not-allowed`) any other: that is history. */
export const deletePayment: Deed<{ readonly payment: string }, PaymentView> = {
  name: "delete",
  effect: "changes",
  input: inputOf({ payment: text }, {}),
  decide(books, input) {
    const payment = paymentMeant(books, input.payment);
    const { length } = confirmationsOf(books.snapshot, payment.id);
    if (length > 0) {
      throw new Refusal(
        "not-allowed",
        `${payment.name} has ${counted(length, "confirmation")}, and history is kept`,
        `To end it: valhalla cancel ${addressOf(payment)}`,
      );
    }
    const { id, name } = payment;
    return {
      change: {
        area: "payments",
        action: "delete",
        ref_id: id,
        meta: { name },
        edits: [{ collection: "payments", id, before: payment, after: null }],
      },
      outcome: viewedPayment(payment, books),
    };
  },
};
