import { addDays } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import { owedCycles } from "./owed.ts";
import { type Standee, standeeOf, type View } from "./settle.ts";

/** Lists the open cycles of a payment whose date has passed, oldest first, however old. */
export function overdueOf(payment: Payment, view: View): Standee[] {
  return Array.from(owedCycles(payment, addDays(view.today, -1), view), (cycle) =>
    standeeOf(payment, cycle, view),
  );
}
