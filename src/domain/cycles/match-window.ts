import { type Day, daysBetween, type Span, widenSpan } from "../days/calendar.ts";
import { holidaysOf } from "../days/holidays.ts";
import { nominalDays } from "../days/recurrence.ts";
import type { Term } from "../days/term.ts";
import type { Policy } from "../settings/policy.ts";
import type { Cycle } from "./cycle.ts";

/**
 * The days on which a payment settles `cycle` by itself: 2 before its date to 5 after (settings), each
 * side at most (days in the cycle − 1) / 2, so that the windows of neighbours never overlap.
 *
 * A weekly bill has 2 days before and 3 after; a daily one its own day only.
 */
export function matchWindow({ name, date, term }: Cycle, policy: Policy): Span {
  const reach = Math.floor((shortestGap(term, name, policy) - 1) / 2);
  const [before, after] = [
    Math.min(policy.match_before, reach),
    Math.min(policy.match_after, reach),
  ];
  return widenSpan({ from: date, to: date }, before, after);
}

/** The days between a cycle and its nearest neighbour; months are taken at their shortest. */
function shortestGap(term: Term, name: Day, policy: Policy): number {
  switch (term.cadence) {
    case "once":
      return Number.POSITIVE_INFINITY;
    case "daily":
      return term.every;
    case "weekly":
      return 7 * term.every;
    case "biweekly":
      return 14 * term.every;
    case "semimonthly":
    case "rule":
      return measuredGap(term, name, policy);
    default:
      return shortestMonth * monthsApart[term.cadence] * term.every;
  }
}

const shortestMonth = 28;

const monthsApart = { monthly: 1, bimonthly: 2, quarterly: 3, semiannual: 6, yearly: 12 } as const;

function measuredGap(term: Term, name: Day, policy: Policy): number {
  const around = widenSpan({ from: name, to: name }, shortestMonth, shortestMonth);
  const neighbours = nominalDays(term, around, holidaysOf(term.calendar, policy.calendars));
  return neighbours
    .filter((day) => day !== name)
    .reduce((least, day) => Math.min(least, Math.abs(daysBetween(name, day))), shortestMonth);
}
