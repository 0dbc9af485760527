import { addDays, type Day, daysBetween } from "../days/calendar.ts";
import { nearestTo } from "../days/nearest-day.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import { type Payment, statusOn } from "../registry/payment.ts";
import { type Cycle, cyclesDue, isOwed, isSkipped } from "./cycle.ts";
import { leadDays } from "./match-window.ts";
import { isOwedUnasked, owedCycles } from "./owed.ts";
import {
  datesAround,
  isInWindow,
  nextOpen,
  requireCycle,
  type Standee,
  standeeOf,
  type View,
} from "./settle.ts";
import { skippedRefusal } from "./skipped.ts";

/** What a confirmation says of the cycle it is for. */
export interface Claim {
  readonly paid_on: Day;
  /** The cycle's name, when the user gave it. */
  readonly cycle: Day | null;
  /** Pay the next open cycle although nothing is owed. */
  readonly early: boolean;
}

/**
 * Chooses the cycle that a payment made on `paid_on` settles:
 * the one that was named; else the open one whose match window holds the day, nearest first, the earlier on a tie; else
 * the oldest open one already due that day; else the next open one, where it is due soon or with `early`. None but a named
 * one is of the time before the payment was owed.
 *
 * Otherwise nothing is owed, and it refuses (`nothing-owed`): a retry must never pay two months.
 */
export function chooseCycle(payment: Payment, claim: Claim, view: View): Standee {
  if (claim.cycle !== null) return namedCycle(payment, claim.cycle, view);
  const chosen =
    cycleInWindow(payment, claim.paid_on, view) ?? oldestDue(payment, claim.paid_on, view);
  if (chosen !== null) return chosen;
  const next = nextOpen(payment, addDays(claim.paid_on, 1), view);
  if (next !== null && (claim.early || isSoon(next.cycle, claim.paid_on, view))) {
    return next;
  }
  throw nothingOwed(payment, claim.paid_on, next?.cycle ?? null, view);
}

/** Refuses a cycle that is skipped, and one that falls into a pause or behind the end: nothing is owed for it. */
function namedCycle(payment: Payment, name: Day, view: View): Standee {
  const cycle = requireCycle(payment, name, view.policy);
  if (isSkipped(cycle)) throw skippedRefusal("not-allowed", payment, cycle);
  if (!isOwed(payment, cycle)) {
    const status = statusOn(payment, cycle.date);
    throw new Refusal(
      "not-allowed",
      `nothing is owed for the cycle ${name} of ${payment.name}: it is ${status} on ${cycle.date}`,
      `If it is owed after all: valhalla resume ${addressOf(payment)} --on ${cycle.date}`,
    );
  }
  return standeeOf(payment, cycle, view);
}

function cycleInWindow(payment: Payment, paidOn: Day, view: View): Standee | null {
  const open = cyclesDue(payment, datesAround(paidOn, view.policy), view.policy)
    .filter((cycle) => isInWindow(cycle, paidOn, view.policy))
    .filter((cycle) => isOwedUnasked(payment, cycle, view.policy))
    .map((cycle) => standeeOf(payment, cycle, view))
    .filter(({ standing }) => !standing.isSettled);
  return nearestTo(paidOn, open, ({ cycle }) => cycle.date);
}

function oldestDue(payment: Payment, day: Day, view: View): Standee | null {
  for (const cycle of owedCycles(payment, day, view)) return standeeOf(payment, cycle, view);
  return null;
}

/** What is shown as due soon can be confirmed, as long as it is nearer than half a cycle. */
function isSoon(cycle: Cycle, paidOn: Day, { policy }: View): boolean {
  return daysBetween(paidOn, cycle.date) <= leadDays(cycle, policy);
}

/** The reason is the cycle that the payment would have been for, had it been open, or owed without being named. */
function nothingOwed(payment: Payment, paidOn: Day, next: Cycle | null, view: View): Refusal {
  const [near] = cyclesDue(payment, datesAround(paidOn, view.policy), view.policy)
    .filter((cycle) => isInWindow(cycle, paidOn, view.policy))
    .map((cycle) => standeeOf(payment, cycle, view));
  const message = `nothing is owed for ${payment.name} on ${paidOn}`;
  if (near !== undefined && !near.standing.isSettled) {
    return new Refusal(
      "nothing-owed",
      `${message}: the cycle ${near.cycle.name} is of before it came into the books`,
      `To confirm it all the same: valhalla confirm ${addressOf(payment)} --cycle ${near.cycle.name}`,
    );
  }
  const reason =
    near === undefined ? "" : `: the cycle ${near.cycle.name} is ${near.standing.status}`;
  const hint =
    next === null
      ? `It has no cycle after ${paidOn}.`
      : `To pay the next one early: valhalla confirm ${addressOf(payment)} --cycle ${next.name}`;
  return new Refusal("nothing-owed", message + reason, hint);
}
