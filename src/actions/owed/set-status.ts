import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import type { PaymentStatus } from "../../domain/registry/payment.ts";
import { changeStatus } from "../../domain/registry/payment-status.ts";
import type { Deed } from "../action.ts";
import { day, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant, viewedPayment } from "../registry.ts";

/** A payment whose status was set, and from which day on. */
export interface StatusSet extends PaymentView {
  readonly on: Day;
}

interface StatusInput {
  readonly payment: string;
  /** Today where it is not said. */
  readonly on?: Day;
}

/** The action of a verb that sets a status from a day on. What was due before stays due. */
export function setStatus(name: string, status: PaymentStatus): Deed<StatusInput, StatusSet> {
  return {
    name,
    effect: "changes",
    input: inputOf({ payment: text }, { on: day }),
    decide(books, { payment, on = books.today }, { now }) {
      const before = paymentMeant(books, payment);
      const after = changeStatus(before, status, on);
      return {
        change: paymentChange(name, { before, after, now }, { on }),
        outcome: { ...viewedPayment(after, books), on },
      };
    },
  };
}
