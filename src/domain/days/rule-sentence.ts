import { dateOf, daysInMonth, monthOf, weekdayOf, yearOf } from "./calendar.ts";
import { monthNames, weekdayNames } from "./day-names.ts";
import { parsePositions } from "./due-day.ts";
import type { MonthPosition } from "./month-position.ts";
import type { Roll } from "./roll.ts";
import type { Term } from "./term.ts";

/** When a term recurs and what it does with a day that is no business day. */
type Pattern = Pick<
  Term,
  "cadence" | "every" | "anchor" | "due_day" | "rule" | "roll" | "calendar" | "until" | "count"
>;

/**
 * Says when a term falls due, as one phrase without a full stop: `monthly on the 31st (last day in
 * short months), preceding business day (CA-ON), until 2026-12-31`. The anchor is believed to be the
 * first due day (`anchorFor`).
 */
export function ruleSentence(term: Pattern): string {
  const isRolled = term.roll !== "none" && term.calendar !== null;
  return [
    recurs(term),
    rolled[term.roll] + (isRolled ? ` (${term.calendar})` : ""),
    term.until === null ? "" : `until ${term.until}`,
    term.count === null ? "" : times(term.count),
  ]
    .filter((phrase) => phrase !== "")
    .join(", ");
}

const rolled: Readonly<Record<Roll, string>> = {
  none: "",
  preceding: "preceding business day",
  following: "following business day",
  "modified-following": "following business day, or the preceding one at the end of a month",
};

function recurs(term: Pattern): string {
  const { cadence, every, anchor } = term;
  switch (cadence) {
    case "once":
      return `once on ${anchor}`;
    case "daily":
      return every === 1 ? "daily" : `every ${every} days`;
    case "weekly":
      return weekly(term, every);
    case "biweekly":
      return weekly(term, 2 * every);
    case "semimonthly":
      return `twice a month on ${places(term)}${every === 1 ? "" : `, every ${ordinal(every)} time`}`;
    case "monthly":
      return monthly(term, every);
    case "bimonthly":
      return monthly(term, 2 * every);
    case "quarterly":
      return monthly(term, 3 * every);
    case "semiannual":
      return monthly(term, 6 * every);
    case "yearly":
      return `${every === 1 ? "yearly" : `every ${every} years`} on ${placeInYear(term)}`;
    case "rule":
      return `by the rule ${term.rule} from ${anchor}`;
  }
}

function weekly({ anchor }: Pattern, weeks: number): string {
  return `${weeks === 1 ? "weekly" : `every ${weeks} weeks`} on ${weekdayNames[weekdayOf(anchor) - 1]}`;
}

function monthly(term: Pattern, step: number): string {
  if (step === 1) return `monthly on ${places(term)}`;
  const month = monthOf(term.anchor);
  // Two to four months a year are named; six would be too long, and other steps wander over the years.
  const all = Array.from(
    { length: 12 / step },
    (_, index) => ((month - 1 + index * step) % 12) + 1,
  );
  const when = [3, 4, 6].includes(step)
    ? `in ${list(all.toSorted((a, b) => a - b).map((number) => `${monthNames[number - 1]}`))}`
    : `from ${monthNames[month - 1]} ${yearOf(term.anchor)}`;
  return `every ${step} months on ${places(term)}, ${when}`;
}

/** Where in the month, once or twice; without a due day what the engine takes for one. */
function places({ cadence, anchor, due_day, roll, calendar }: Pattern): string {
  const date = dateOf(anchor);
  const early = date > 15 ? date - 15 : date;
  const own = cadence === "semimonthly" ? `${early},${early + 15}` : `${date}`;
  const positions = parsePositions(due_day ?? own);
  const countsHolidays = positions.some(({ kind }) => kind === "business-day") && roll === "none";
  const whose = countsHolidays && calendar !== null ? ` (${calendar})` : "";
  return list(positions.map((position) => `the ${place(position)}`)) + whose;
}

function place(position: MonthPosition): string {
  switch (position.kind) {
    case "date":
      return ordinal(position.date) + (position.date > 28 ? " (last day in short months)" : "");
    case "last-day":
      return "last day";
    case "weekday":
      return `${ordinal(position.nth)} ${weekdayNames[position.weekday - 1]}`;
    case "business-day":
      return `${ordinal(position.nth)} business day`;
  }
}

function placeInYear(term: Pattern): string {
  const month = `${monthNames[monthOf(term.anchor) - 1]}`;
  const [position] = parsePositions(term.due_day ?? String(dateOf(term.anchor)));
  if (position?.kind !== "date") return `${places(term)} of ${month}`;
  if (month !== "February" || position.date < 29) {
    const length = daysInMonth(yearOf(term.anchor), monthOf(term.anchor));
    return `${month} ${Math.min(position.date, length)}`;
  }
  return `${month} 29 (28 in common years)`;
}

function times(count: number): string {
  return count === 1 ? "1 time" : `${count} times`;
}

function ordinal(number: number | "last"): string {
  if (number === "last") return "last";
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

function list(words: readonly string[]): string {
  return words.join(", ").replace(/, ([^,]*)$/, " and $1");
}
