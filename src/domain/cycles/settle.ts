import type { Confirmation } from "../confirmations/confirmation.ts";
import { addDays, type Day, isWithin, type Span, widenSpan } from "../days/calendar.ts";
import { nearestTo } from "../days/nearest-day.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import {
  type Cycle,
  cyclesDue,
  cyclesFrom,
  cyclesNamed,
  dueSince,
  findCycle,
  isSkipped,
} from "./cycle.ts";
import { matchWindow } from "./match-window.ts";
import { skippedRefusal } from "./skipped.ts";
import { type Standing, standingOf } from "./standing.ts";

/** The confirmations of one cycle, voided ones too. Reads them when asked, so that a rule touches no more than it needs. */
export type Evidence = (payment_id: string, cycle: Day) => readonly Confirmation[];

/** The moment a rule looks from: what is known of the cycles, and the day. */
export interface View {
  readonly evidence: Evidence;
  readonly today: Day;
  readonly policy: Policy;
}

/** What a confirmation says of the cycle it is for. */
export interface Claim {
  readonly paid_on: Day;
  /** The cycle's name, when the user gave it. */
  readonly cycle: Day | null;
  /** Pay the next open cycle although nothing is owed. */
  readonly early: boolean;
}

/** A cycle, and where it stands. */
export interface Standee {
  readonly cycle: Cycle;
  readonly standing: Standing;
}

/**
 * Chooses the cycle that a payment made on `paid_on` settles:
 * the one that was named; else the open one whose match window holds the day, nearest first, the
 * earlier on a tie; else the oldest open one already due that day; else, with `early`, the next open one.
 *
 * Otherwise nothing is owed, and it refuses (`nothing-owed`): a retry must never pay two months.
 */
export function chooseCycle(payment: Payment, claim: Claim, view: View): Standee {
  if (claim.cycle !== null) return namedCycle(payment, claim.cycle, view);
  const chosen =
    cycleInWindow(payment, claim.paid_on, view) ?? oldestOpen(payment, claim.paid_on, view);
  if (chosen !== null) return chosen;
  const next = nextOpen(payment, addDays(claim.paid_on, 1), view);
  if (next !== null && claim.early) return next;
  throw nothingOwed(payment, claim.paid_on, next?.cycle ?? null, view);
}

/** The first cycle due on or after `from` that still wants money, or null when there is none. */
export function nextOpen(payment: Payment, from: Day, view: View): Standee | null {
  for (const cycle of cyclesFrom(payment, from, view.policy)) {
    const standee = standeeOf(payment, cycle, view);
    if (!standee.standing.isSettled) return standee;
  }
  return null;
}

/** Where a cycle stands, by what is known of it. */
export function standeeOf(payment: Payment, cycle: Cycle, view: View): Standee {
  const confirmations = view.evidence(payment.id, cycle.name);
  return { cycle, standing: standingOf(payment, cycle, confirmations, view.today, view.policy) };
}

function namedCycle(payment: Payment, name: Day, view: View): Standee {
  const cycle = requireCycle(payment, name, view.policy);
  if (isSkipped(cycle)) throw skippedRefusal("not-allowed", payment, cycle);
  return standeeOf(payment, cycle, view);
}

/** The cycle of that name; refuses (`not-found`) a day that names none, with the nearest that do. */
export function requireCycle(payment: Payment, name: Day, policy: Policy): Cycle {
  const cycle = findCycle(payment, name, policy);
  if (cycle !== null) return cycle;
  const hint = cycleDueOn(payment, name, policy) ?? cyclesNear(payment, name, policy);
  throw new Refusal("not-found", `${payment.name} has no cycle ${name}`, hint);
}

/** A day that is the date of a cycle with another name. */
function cycleDueOn(payment: Payment, day: Day, policy: Policy): string | null {
  const [due] = cyclesDue(payment, { from: day, to: day }, policy);
  return due === undefined ? null : `What is due that day is the cycle ${due.name}.`;
}

function cyclesNear(payment: Payment, name: Day, policy: Policy): string {
  const around = widenSpan({ from: name, to: name }, 370, 370);
  const names = cyclesNamed(payment, around, policy).map((each) => each.name);
  const near = [names.findLast((day) => day < name), names.find((day) => day > name)].filter(
    (day) => day !== undefined,
  );
  return near.length === 0 ? "It has none within a year of it." : `Near it: ${near.join(", ")}.`;
}

/** The dates of all the cycles whose match window can hold a day. */
export function datesAround(day: Day, { match_before, match_after }: Policy): Span {
  return widenSpan({ from: day, to: day }, match_after, match_before);
}

/** Whether a payment of that day settles the cycle by itself. */
export function isInWindow(cycle: Cycle, day: Day, policy: Policy): boolean {
  return isWithin(day, matchWindow(cycle, policy));
}

function cycleInWindow(payment: Payment, paidOn: Day, view: View): Standee | null {
  const open = cyclesDue(payment, datesAround(paidOn, view.policy), view.policy)
    .filter((cycle) => isInWindow(cycle, paidOn, view.policy))
    .map((cycle) => standeeOf(payment, cycle, view))
    .filter(({ standing }) => !standing.isSettled);
  return nearestTo(paidOn, open, ({ cycle }) => cycle.date);
}

function oldestOpen(payment: Payment, day: Day, view: View): Standee | null {
  for (const cycle of cyclesFrom(payment, dueSince(payment, view.policy), view.policy)) {
    if (cycle.date > day) return null;
    const standee = standeeOf(payment, cycle, view);
    if (!standee.standing.isSettled) return standee;
  }
  return null;
}

/** The reason is the cycle that the payment would have been for, had it not been settled. */
function nothingOwed(payment: Payment, paidOn: Day, next: Cycle | null, view: View): Refusal {
  const [settled] = cyclesDue(payment, datesAround(paidOn, view.policy), view.policy)
    .filter((cycle) => isInWindow(cycle, paidOn, view.policy))
    .map((cycle) => standeeOf(payment, cycle, view));
  const reason =
    settled === undefined ? "" : `: the cycle ${settled.cycle.name} is ${settled.standing.status}`;
  const hint =
    next === null
      ? `It has no cycle after ${paidOn}.`
      : `To pay the next one early: valhalla confirm ${addressOf(payment)} --cycle ${next.name}`;
  const message = `nothing is owed for ${payment.name} on ${paidOn}${reason}`;
  return new Refusal("nothing-owed", message, hint);
}
