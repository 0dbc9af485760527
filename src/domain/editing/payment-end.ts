import { cyclesNamed } from "../cycles/cycle.ts";
import { addDays, type Day, earlier, firstDay } from "../days/calendar.ts";
import { holidaysOf } from "../days/holidays.ts";
import { nominalDays } from "../days/recurrence.ts";
import type { Term } from "../days/term.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { isSamePart } from "./carried-terms.ts";

/** When a payment ends: after a day, or after so many cycles counted from its first. */
export type PaymentEnd = Pick<Term, "until" | "count">;

/**
 * Ends a payment as a whole: its terms from `from` on get the end, and those that would begin behind it are left out. The
 * terms before can only end sooner by it: nothing of the past comes to life again.
 */
export function withEnd(payment: Payment, end: PaymentEnd, from: Day, policy: Policy): Term[] {
  const ended: Term[] = [];
  for (const term of payment.terms) {
    const count = countWithin(payment, ended, term, end.count, policy);
    if (count === 0) continue;
    ended.push(
      term.from < from ? endedSooner(term, { ...end, count }) : endedAt(term, { ...end, count }),
    );
  }
  return ended;
}

/** What is paid once ends by itself. */
function endedAt(term: Term, end: PaymentEnd): Term {
  return term.cadence === "once" ? { ...term, until: null, count: null } : { ...term, ...end };
}

/** A term has one sort of end, and keeps its own where that comes first. */
function endedSooner(term: Term, { until, count }: PaymentEnd): Term {
  const own = term.until ?? term.count;
  if (term.cadence === "once") return term;
  if (own === null) return { ...term, until, count };
  if (term.until !== null && until !== null) return { ...term, until: earlier(term.until, until) };
  if (term.count !== null && count !== null) return { ...term, count: Math.min(term.count, count) };
  return term;
}

/**
 * The number that a term counts to, so that with the terms before it there are `whole` cycles; 0 where there are as many
 * already.
 */
function countWithin(
  payment: Payment,
  before: readonly Term[],
  term: Term,
  whole: number | null,
  policy: Policy,
): number | null {
  if (whole === null || before.length === 0) return whole;
  const span = { from: firstDay, to: addDays(term.from, -1) };
  const past = cyclesNamed({ ...payment, terms: before }, span, policy).length;
  return past >= whole ? 0 : whole - past + daysPassedOver(term, term.from, policy);
}

/**
 * The number of cycles that a term counts to where it takes the place of another from a day on, so that what was left of a
 * plan goes on; null without a number, 0 where nothing was left.
 */
export function countFrom(old: Term, edited: Term, from: Day, policy: Policy): number | null {
  if (old.count === null || edited.count === null) return edited.count;
  if (isSamePart("days", old, edited)) return old.count;
  const span = { from: firstDay, to: addDays(from, -1) };
  const past = nominalDays(old, span, holidaysOf(old.calendar, policy.calendars));
  const left = old.count - past.length;
  return left > 0 ? left + daysPassedOver(edited, from, policy) : 0;
}

/** How many days of a term lie before the one from which on it is in force: its anchor may be earlier. */
function daysPassedOver(term: Term, from: Day, policy: Policy): number {
  const endless = { ...term, until: null, count: null };
  const span = { from: firstDay, to: addDays(from, -1) };
  return nominalDays(endless, span, holidaysOf(term.calendar, policy.calendars)).length;
}
