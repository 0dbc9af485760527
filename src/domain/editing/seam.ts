import { type Cycle, cyclesNamed } from "../cycles/cycle.ts";
import {
  addDays,
  type Day,
  daysBetween,
  firstDay,
  monthNumber,
  widenSpan,
} from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/** Where the old days of a payment end and the new ones begin. */
export interface Seam {
  /** The last cycle by the old days. */
  readonly last: Cycle;
  /** The first by the new ones. */
  readonly first: Cycle;
  /** When the next one would have been due by the old days; null where it would have been over. */
  readonly old_next: Cycle | null;
  /** Whether a period is due twice there, or none falls between two that are due too far apart. */
  readonly fault: "doubled" | "dropped" | null;
}

/**
 * Finds the seam that an edit makes at `from`; null where the days after it are those that they were, and where there is
 * nothing on one side of it.
 */
export function seamOf(before: Payment, after: Payment, from: Day, policy: Policy): Seam | null {
  const [last, earlierOne] = cyclesNamed(after, { from: firstDay, to: addDays(from, -1) }, policy)
    .slice(-2)
    .reverse();
  const [first, second] = comingNames(after, from, policy);
  const [oldNext] = comingNames(before, from, policy);
  if (last === undefined || first === undefined || first.name === oldNext?.name) return null;
  const periods = [gapOf(earlierOne, last) ?? gapOf(last, oldNext), gapOf(first, second)].filter(
    (days) => days !== null,
  );
  return { last, first, old_next: oldNext ?? null, fault: faultOf(last, first, periods) };
}

/** Refuses (`conflict`) a seam at which a period would be due twice or not at all; on a terminal it is asked about. */
export function refuseSeam(payment: Payment, { last, first, fault, old_next }: Seam): void {
  if (fault === null) return;
  const days = `${last.name}, then ${first.name}`;
  throw new Refusal(
    "conflict",
    fault === "doubled"
      ? `${payment.name} would be due twice in one period: ${days}`
      : `${payment.name} would miss a period: ${days}`,
    `Say from when on: valhalla edit ${addressOf(payment)} … --from ${(old_next ?? first).name}`,
  );
}

function comingNames(payment: Payment, from: Day, policy: Policy): Cycle[] {
  for (const days of [62, 800, 8000]) {
    const found = cyclesNamed(payment, widenSpan({ from, to: from }, 0, days), policy);
    if (found.length >= 2) return found;
  }
  return cyclesNamed(payment, widenSpan({ from, to: from }, 0, 8000), policy);
}

function gapOf(one: Cycle | undefined, other: Cycle | undefined): number | null {
  return one === undefined || other === undefined ? null : daysBetween(one.name, other.name);
}

/** By months where both are counted in the same months, else by days: half a period too near, or half a period too far. */
function faultOf(last: Cycle, first: Cycle, periods: readonly number[]): Seam["fault"] {
  const months = monthsOf(last);
  if (months !== null && months === monthsOf(first)) {
    const between = monthNumber(first.name) - monthNumber(last.name);
    if (between < months) return "doubled";
    return between > months ? "dropped" : null;
  }
  if (periods.length === 0) return null;
  const gap = daysBetween(last.name, first.name);
  if (gap < Math.min(...periods) / 2) return "doubled";
  return gap > 1.5 * Math.max(...periods) ? "dropped" : null;
}

const monthsApart: Partial<Record<Cycle["term"]["cadence"], number>> = {
  monthly: 1,
  bimonthly: 2,
  quarterly: 3,
  semiannual: 6,
  yearly: 12,
};

function monthsOf({ term }: Cycle): number | null {
  const months = monthsApart[term.cadence];
  return months === undefined ? null : months * term.every;
}
