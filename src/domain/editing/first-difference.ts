import { type Cycle, cyclesNamed } from "../cycles/cycle.ts";
import { type Day, earlier, firstDay, lastDay, widenSpan } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/**
 * Finds the first day on which two states of a payment differ in a cycle: its name, its date or what it costs. Null where
 * all cycles are the same, to the last day known.
 */
export function firstDifference(before: Payment, after: Payment, policy: Policy): Day | null {
  const start = earlier(firstName(before, policy), firstName(after, policy));
  for (let days = 400; ; days *= 4) {
    const span = widenSpan({ from: start, to: start }, 0, days);
    const old = cyclesNamed(before, span, policy);
    const now = cyclesNamed(after, span, policy);
    for (let index = 0; index < Math.max(old.length, now.length); index += 1) {
      const [one, other] = [old[index], now[index]];
      if (!isSame(one, other)) return earlier(one?.name ?? lastDay, other?.name ?? lastDay);
    }
    if (span.to === lastDay) return null;
  }
}

/** The name of the first cycle; the last day known where there is none. */
function firstName(payment: Payment, policy: Policy): Day {
  const anchors = payment.terms.map(({ anchor }) => anchor);
  const first = anchors.reduce(earlier, lastDay);
  for (let days = 400; ; days *= 4) {
    const span = widenSpan({ from: first, to: first }, 0, days);
    const [cycle] = cyclesNamed(payment, { ...span, from: firstDay }, policy);
    if (cycle !== undefined || span.to === lastDay) return cycle?.name ?? lastDay;
  }
}

function isSame(one: Cycle | undefined, other: Cycle | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.term === other.term) return one.name === other.name && one.date === other.date;
  return felt(one) === felt(other);
}

function felt({ name, date, term }: Cycle): string {
  const { amount, amount_min, tolerance, roll, calendar } = term;
  return JSON.stringify([name, date, amount, amount_min, tolerance, roll, calendar]);
}
