import type { Decision } from "../../domain/change.ts";
import { cycleSaid } from "../../domain/cycles/cycle-said.ts";
import { type ScheduledPayment, scheduledPayment } from "../../domain/cycles/scheduled.ts";
import { nextOpen, requireCycle, type Standee, standeeOf } from "../../domain/cycles/settle.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Given } from "../action.ts";
import type { Books } from "../books.ts";

/** What is answered after one cycle was changed: the cycle, and where its payment is due next. */
export interface CycleChanged extends ScheduledPayment {
  readonly next_due: Day | null;
}

/** Decides on a change of one cycle of a payment; `after` is the payment with it. */
export function changeCycle(
  action: string,
  { before, cycle: name, after }: { before: Payment; cycle: Day; after: Payment },
  books: Books,
  { now }: Given,
): Decision<CycleChanged> {
  const view = books.viewOf(after);
  const { cycle, standing } = standeeOf(after, requireCycle(after, name, books.policy), view);
  const next = nextOpen(after, books.today, view);
  return {
    change: paymentChange(action, { before, after, now }, { cycle: name }),
    outcome: { ...scheduledPayment(after, cycle, standing), next_due: next?.cycle.date ?? null },
  };
}

/** The cycle that was named, and where it stands; refuses (`not-found`) a day that names none. */
export function standeeNamed(payment: Payment, said: string, { policy, viewOf }: Books): Standee {
  const view = viewOf(payment);
  return standeeOf(payment, requireCycle(payment, cycleSaid(payment, said, view), policy), view);
}
