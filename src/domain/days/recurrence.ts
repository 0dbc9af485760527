import type { Term } from "../registry/payment.ts";
import {
  type Day,
  dateOf,
  dayOfEpoch,
  epochDay,
  lastDay,
  monthNumber,
  type Span,
} from "./calendar.ts";
import { parsePositions } from "./due-day.ts";
import type { Holidays } from "./holidays.ts";
import { dayInMonth, type MonthPosition } from "./month-position.ts";
import { ruleDays } from "./rule.ts";

/** When something recurs: the part of a term that the engine reads. */
export type Recurrence = Pick<
  Term,
  "cadence" | "every" | "anchor" | "due_day" | "rule" | "until" | "count"
>;

/**
 * Lists the nominal days of a recurrence within `span`, oldest first.
 *
 * Each is counted from the first one and never from the one before it: monthly from 2026-01-31 falls
 * on 02-28 and on 03-31 again. The first is the anchor, or the first place in a month on or after it
 * where `due_day` names a place the anchor is not on; `quarterly`, `yearly` and the like keep the
 * months of that first one. `count` counts from it too, whatever the span. With `--every 2`,
 * `semimonthly` takes every second of its days.
 *
 * The cost depends on the days found, not on how long ago the anchor was. A cadence of `rule` needs
 * `loadRules` first.
 */
export function nominalDays(recurrence: Recurrence, span: Span, holidays: Holidays): Day[] {
  const { cadence, until } = recurrence;
  const to = until !== null && until < span.to ? until : span.to;
  if (cadence === "rule") {
    return ruleDays(
      recurrence.rule ?? "",
      recurrence.anchor,
      { from: span.from, to },
      recurrence.count,
    );
  }

  const sequence = sequenceOf(recurrence, holidays);
  const count = cadence === "once" ? 1 : (recurrence.count ?? Number.POSITIVE_INFINITY);
  const end = epochDay(to);
  const days: Day[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (let index = sequence.indexFrom(epochDay(span.from)); index < count; index += 1) {
    const day = sequence.dayAt(index);
    if (day > end) break;
    if (day > latest) days.push(dayOfEpoch(day));
    latest = day;
  }
  return days;
}

/** The cycles of a cadence as a function of their number, in epoch days; Infinity past the calendar. */
interface Sequence {
  dayAt(index: number): number;
  /** The least index whose day is on or after an epoch day. */
  indexFrom(day: number): number;
}

function sequenceOf(recurrence: Recurrence, holidays: Holidays): Sequence {
  const { every } = recurrence;
  switch (recurrence.cadence) {
    case "once":
    case "daily":
    case "rule":
      return stepsOfDays(recurrence.anchor, every);
    case "weekly":
      return stepsOfDays(recurrence.anchor, 7 * every);
    case "biweekly":
      return stepsOfDays(recurrence.anchor, 14 * every);
    case "semimonthly":
    case "monthly":
      return stepsOfMonths(recurrence, every, holidays);
    case "bimonthly":
      return stepsOfMonths(recurrence, 2 * every, holidays);
    case "quarterly":
      return stepsOfMonths(recurrence, 3 * every, holidays);
    case "semiannual":
      return stepsOfMonths(recurrence, 6 * every, holidays);
    case "yearly":
      return stepsOfMonths(recurrence, 12 * every, holidays);
  }
}

function stepsOfDays(anchor: Day, step: number): Sequence {
  const first = epochDay(anchor);
  return {
    dayAt: (index) => first + index * step,
    indexFrom: (day) => Math.max(0, Math.ceil((day - first) / step)),
  };
}

/** Months are cut into as many slots as there are places in one, so that slots can be stepped through. */
function stepsOfMonths(recurrence: Recurrence, step: number, holidays: Holidays): Sequence {
  const positions = positionsOf(recurrence);
  const perMonth = positions.length;
  const dayIn = (slot: number): number => {
    const month = Math.floor(slot / perMonth);
    const position = positions[slot % perMonth];
    if (position === undefined || month > lastMonth) return Number.POSITIVE_INFINITY;
    return dayInMonth(position, month, holidays);
  };
  const anchor = epochDay(recurrence.anchor);
  let first = monthNumber(recurrence.anchor) * perMonth;
  while (dayIn(first) < anchor) first += 1;
  const dayAt = (index: number): number => dayIn(first + index * step);
  const indexFrom = (day: number): number => {
    const slot = monthNumber(dayOfEpoch(day)) * perMonth;
    let index = Math.max(0, Math.ceil((slot - first) / step));
    while (dayAt(index) < day) index += 1;
    return index;
  };
  return { dayAt, indexFrom };
}

const lastMonth = monthNumber(lastDay);

/** Without a due day: the anchor's date, and for `semimonthly` the date 15 days before or after it too. */
function positionsOf({ cadence, anchor, due_day }: Recurrence): MonthPosition[] {
  if (due_day !== null) return parsePositions(due_day);
  const date = dateOf(anchor);
  if (cadence !== "semimonthly") return [{ kind: "date", date }];
  const early = date > 15 ? date - 15 : date;
  return [
    { kind: "date", date: early },
    { kind: "date", date: early + 15 },
  ];
}
