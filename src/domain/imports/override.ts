import { type Cycle, cyclesDue, cyclesFrom, isSkipped } from "../cycles/cycle.ts";
import { type Day, daysBetween, widenSpan } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/**
 * Moves the next open cycle to `day`, once, as the old service's `next_due_override` did. A day that
 * has passed moved the cycle nearest to it. A payment without such a cycle is left as it is.
 */
export function overrideNextDue(payment: Payment, day: Day, today: Day, policy: Policy): Payment {
  const cycle = day >= today ? nextFrom(payment, today, policy) : nearestTo(payment, day, policy);
  if (cycle === null || cycle.date === day) return payment;
  const exception = { ...cycle.exception, moved_to: day };
  return { ...payment, exceptions: { ...payment.exceptions, [cycle.name]: exception } };
}

function nextFrom(payment: Payment, today: Day, policy: Policy): Cycle | null {
  for (const cycle of cyclesFrom(payment, today, policy)) {
    if (!isSkipped(cycle)) return cycle;
  }
  return null;
}

function nearestTo(payment: Payment, day: Day, policy: Policy): Cycle | null {
  const distance = (cycle: Cycle) => Math.abs(daysBetween(cycle.date, day));
  return cyclesDue(payment, widenSpan({ from: day, to: day }, 31, 31), policy).reduce<Cycle | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}
