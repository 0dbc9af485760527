import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Day, isWithin, type Span, widenSpan } from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, cyclesDue, cyclesFrom, cyclesNamed, findCycle } from "./cycle.ts";
import { matchWindow } from "./match-window.ts";
import type { OpenMark } from "./open-mark.ts";
import { isOwedUnasked } from "./owed.ts";
import { type Standing, standingOf } from "./standing.ts";

/** The confirmations of one cycle, voided ones too. Reads them when asked, so that a rule touches no more than it needs. */
export type Evidence = (payment_id: string, cycle: Day) => readonly Confirmation[];

/** The moment a rule looks from: what is known of the cycles, and the day. */
export interface View {
  readonly evidence: Evidence;
  /** What is open of a payment; null where that is not known and its cycles are walked through. */
  readonly openMark: (payment_id: string) => OpenMark | null;
  /** The confirmations of a payment that were paid on a day, voided ones too. */
  readonly paidOn: (payment_id: string, day: Day) => readonly Confirmation[];
  readonly today: Day;
  readonly policy: Policy;
}

/** A cycle, and where it stands. */
export interface Standee {
  readonly cycle: Cycle;
  readonly standing: Standing;
}

/** The first cycle due on or after `from` that still wants money unasked, or null when there is none. */
export function nextOpen(payment: Payment, from: Day, view: View): Standee | null {
  for (const cycle of cyclesFrom(payment, from, view.policy)) {
    if (!isOwedUnasked(payment, cycle, view.policy)) continue;
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
