import { owedCycles } from "../cycles/owed.ts";
import { type Standee, standeeOf, type View } from "../cycles/settle.ts";
import type { Day } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";

/** A cycle that wants money, with its payment. */
export interface DueCycle extends Standee {
  readonly payment: Payment;
}

/** Everything that is due, and what of it cannot be confirmed without an amount. */
export interface AllDue {
  readonly due: readonly DueCycle[];
  /** Ranges: nobody knows what they cost. */
  readonly left_out: readonly DueCycle[];
}

/**
 * Lists every open cycle due on or before a day, of all payments, several of one too, by date, then name: what
 * `confirm --all-due` pays, each with what remains of it.
 */
export function allDue(payments: Iterable<Payment>, day: Day, view: View): AllDue {
  const cycles: DueCycle[] = [];
  for (const payment of payments) {
    for (const cycle of owedCycles(payment, day, view)) {
      cycles.push({ payment, ...standeeOf(payment, cycle, view) });
    }
  }
  const inOrder = cycles.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  return {
    due: inOrder.filter((each) => !isUnknown(each)),
    left_out: inOrder.filter(isUnknown),
  };
}

function isUnknown({ cycle }: DueCycle): boolean {
  return cycle.term.amount_min !== null && cycle.exception.expected === undefined;
}

const orderOf = ({ payment, cycle }: DueCycle): string =>
  [cycle.date, payment.name, payment.id, cycle.name].join("\0");
