import { skipCycle } from "../cycles/exception.ts";
import { owedCycles } from "../cycles/owed.ts";
import { type Standee, standeeOf, type View } from "../cycles/settle.ts";
import { addDays, type Day, firstDay } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";

/** A payment without its old open cycles. */
export interface HeapSkipped {
  readonly payment: Payment;
  readonly skipped: readonly Standee[];
  /** Cycles that are partly paid: what remains of them is not skipped. */
  readonly left: readonly Standee[];
}

/** Skips every open cycle of a payment due before a day, but for those that are partly paid. */
export function skipHeap(payment: Payment, before: Day, view: View): HeapSkipped {
  const until = before === firstDay ? before : addDays(before, -1);
  const open = [...owedCycles(payment, until, view)]
    .filter(({ date }) => date < before)
    .map((cycle) => standeeOf(payment, cycle, view));
  const skipped = open.filter(({ standing }) => standing.paid <= 0);
  return {
    payment: skipped.reduce((each, standee) => skipCycle(each, standee, view.today), payment),
    skipped,
    left: open.filter(({ standing }) => standing.paid > 0),
  };
}
