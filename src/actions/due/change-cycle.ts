import type { Decision } from "../../domain/change.ts";
import { cycleSaid } from "../../domain/cycles/cycle-said.ts";
import { type ScheduledPayment, scheduledPayment } from "../../domain/cycles/scheduled.ts";
import { nextOpen, requireCycle, type Standee, standeeOf } from "../../domain/cycles/settle.ts";
import { targetCycle } from "../../domain/cycles/target-cycle.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Given } from "../action.ts";
import type { Books } from "../books.ts";
import { comingOf } from "../registry.ts";

/** What is answered after one cycle was changed: the cycle, and when its payment is due next. */
export interface CycleChanged extends ScheduledPayment {
  readonly next_due: Day | null;
  /** The next two open cycles of its payment. */
  readonly coming: readonly ScheduledPayment[];
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
    outcome: {
      ...scheduledPayment(after, cycle, standing),
      next_due: next?.cycle.date ?? null,
      coming: comingOf(after, books),
    },
  };
}

/**
 * The cycle that was named, else the oldest open one that is due, else the next open one, and where it stands. Refuses
 * (`not-found`) a day that names none, and (`nothing-owed`) where there is none to choose.
 */
export function standeeMeant(
  payment: Payment,
  said: string | undefined,
  { viewOf }: Books,
): Standee {
  const view = viewOf(payment);
  return targetCycle(payment, said === undefined ? null : cycleSaid(payment, said, view), view);
}
