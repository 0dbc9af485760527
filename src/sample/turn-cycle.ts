import type { Cycle } from "../domain/cycles/cycle.ts";
import { expectAmount, moveCycle, skipCycle } from "../domain/cycles/exception.ts";
import { standeeOf, type View } from "../domain/cycles/settle.ts";
import { addDays } from "../domain/days/calendar.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Turn } from "./turns.ts";

/** Says of a cycle what its turn says: that it is skipped, moved, costs something else, or bounced. */
export function turnCycle(payment: Payment, cycle: Cycle, turn: Turn, view: View): Payment {
  const standee = standeeOf(payment, cycle, view);
  switch (turn.what) {
    case "skipped":
      return skipCycle(payment, standee);
    case "moved":
      return moveCycle(payment, standee, addDays(cycle.date, turn.days));
    case "expected":
      return expectAmount(payment, standee, turn.amount);
    case "bounced":
      return bounced(payment, cycle, turn.reason);
    case "unpaid":
    case "paid":
    case "part":
    case "twice":
    case "voided":
    case "imported":
      return payment;
  }
}

function bounced(payment: Payment, { name, date, exception }: Cycle, reason: string): Payment {
  const failures = [...(exception.failures ?? []), { on: date, reason }];
  return {
    ...payment,
    exceptions: { ...payment.exceptions, [name]: { ...exception, failures } },
  };
}
