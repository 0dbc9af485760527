import { type Day, daysBetween } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import type { Cycle } from "./cycle.ts";
import type { Paid } from "./match.ts";
import { isInWindow } from "./settle.ts";
import { isNear } from "./standing.ts";

/** What was paid on a day, with its amount in minor units. */
export interface Part extends Paid {
  readonly minor: number;
}

/** A cycle that something was matched to already. */
export interface Begun {
  readonly cycle: Cycle;
  /** Minor units. */
  readonly expected: number;
  readonly paid: number;
}

/**
 * Finds the cycles to which payments belong as further parts: those for which no cycle of their own was left, inside the
 * match window of one that has begun to be paid, as long as all parts together are no more than it may cost. Two halves of
 * a rent are one rent; a second whole one is not.
 *
 * Each goes to the nearest such cycle, the earlier on a tie, in order of day, then id.
 *
 * @returns the id of what was paid → the cycle it is a part for
 */
export function joinParts(
  payment: Payment,
  begun: readonly Begun[],
  left: readonly Part[],
  policy: Policy,
): Map<string, Cycle> {
  const sums = new Map(begun.map(({ cycle, paid }) => [cycle.name, paid]));
  const joined = new Map<string, Cycle>();
  for (const part of [...left].sort(byDay)) {
    const fitting = begun.filter(({ cycle, expected }) => {
      if (!isInWindow(cycle, part.paid_on, policy)) return false;
      const sum = (sums.get(cycle.name) ?? 0) + part.minor;
      return sum <= expected || isNear(payment, cycle, sum, expected);
    });
    const cycle = nearest(fitting, part.paid_on)?.cycle;
    if (cycle === undefined) continue;
    joined.set(part.id, cycle);
    sums.set(cycle.name, (sums.get(cycle.name) ?? 0) + part.minor);
  }
  return joined;
}

function nearest(begun: readonly Begun[], day: Day): Begun | undefined {
  const distance = ({ cycle }: Begun) => Math.abs(daysBetween(cycle.date, day));
  return begun.toSorted(
    (one, other) => distance(one) - distance(other) || (one.cycle.date < other.cycle.date ? -1 : 1),
  )[0];
}

function byDay(one: Part, other: Part): number {
  if (one.paid_on !== other.paid_on) return one.paid_on < other.paid_on ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
