import type { Payment } from "../registry/payment.ts";
import { cyclesFrom } from "./cycle.ts";
import { isOwedUnasked } from "./owed.ts";
import { type Standee, standeeOf, type View } from "./settle.ts";

/** The next open cycles of a payment from today on, at most `count`: what every change of it answers with. */
export function comingCycles(payment: Payment, count: number, view: View): Standee[] {
  const coming: Standee[] = [];
  for (const cycle of cyclesFrom(payment, view.today, view.policy)) {
    if (coming.length === count) break;
    const standee = standeeOf(payment, cycle, view);
    const isOpen = !standee.standing.isSettled;
    if (isOpen && isOwedUnasked(payment, cycle, view.policy)) coming.push(standee);
  }
  return coming;
}
