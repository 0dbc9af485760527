import {
  addDays,
  type Day,
  dayOfEpoch,
  epochDay,
  firstDay,
  lastDay,
  monthNumber,
  type Span,
  weekdayOfEpoch,
} from "./calendar.ts";
import type { Holidays } from "./holidays.ts";
import type { Roll } from "./roll.ts";
import type { Term } from "./term.ts";

/**
 * The day a cycle is due: its nominal day, rolled by its term's convention. The cycle keeps its
 * nominal name, even where the roll leads into another month or year.
 */
export function rolledDate(nominal: Day, term: Pick<Term, "roll">, holidays: Holidays): Day {
  return term.roll === "none" ? nominal : roll(nominal, term.roll, holidays);
}

/**
 * Moves a day that is no business day: `preceding` to the one before, `following` to the one after,
 * `modified-following` to the one after unless that lies in another month, else the one before.
 *
 * A day with no business day on that side of it within 1900–2199 stays where it is.
 */
export function roll(day: Day, convention: Roll, holidays: Holidays): Day {
  switch (convention) {
    case "none":
      return day;
    case "preceding":
      return nearestBusinessDay(day, -1, holidays);
    case "following":
      return nearestBusinessDay(day, 1, holidays);
    case "modified-following": {
      const after = nearestBusinessDay(day, 1, holidays);
      const isSameMonth = monthNumber(after) === monthNumber(day);
      return isSameMonth ? after : nearestBusinessDay(day, -1, holidays);
    }
  }
}

/**
 * The nominal days that may be due within `span` once they are rolled: the span, and the days without
 * business that border on it.
 */
export function unrolledSpan({ from, to }: Span, term: Pick<Term, "roll">, rest: Holidays): Span {
  if (term.roll === "none") return { from, to };
  return { from: endOfRest(from, -1, rest), to: endOfRest(to, 1, rest) };
}

/** True for a day that is no Saturday, no Sunday and no holiday. */
export function isBusinessDay(day: Day, holidays: Holidays): boolean {
  return weekdayOfEpoch(epochDay(day)) <= 5 && !holidays.has(day);
}

function endOfRest(day: Day, step: 1 | -1, holidays: Holidays): Day {
  const end = step === 1 ? lastDay : firstDay;
  let last = day;
  while (last !== end && !isBusinessDay(addDays(last, step), holidays)) last = addDays(last, step);
  return last;
}

function nearestBusinessDay(day: Day, step: 1 | -1, holidays: Holidays): Day {
  const end = epochDay(step === 1 ? lastDay : firstDay);
  for (let count = epochDay(day); count !== end + step; count += step) {
    const candidate = dayOfEpoch(count);
    if (isBusinessDay(candidate, holidays)) return candidate;
  }
  return day;
}
