import type { Cadence } from "./cadence.ts";
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
import type { Term } from "./term.ts";

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
  const { cadence, every, until } = recurrence;
  const to = until !== null && until < span.to ? until : span.to;
  const wanted = { from: span.from, to };
  if (cadence === "rule") {
    return ruleDays(recurrence.rule ?? "", recurrence.anchor, wanted, recurrence.count);
  }
  const { unit, size } = steps[cadence];
  return unit === "day"
    ? byDays(recurrence, size * every, wanted)
    : byMonths(recurrence, size * every, wanted, holidays);
}

/** How far it is from one cycle to the next; for `semimonthly`, from one place in the month to the next. */
const steps: Readonly<
  Record<Exclude<Cadence, "rule">, { readonly unit: "day" | "month"; readonly size: number }>
> = {
  once: { unit: "day", size: 1 },
  daily: { unit: "day", size: 1 },
  weekly: { unit: "day", size: 7 },
  biweekly: { unit: "day", size: 14 },
  semimonthly: { unit: "month", size: 1 },
  monthly: { unit: "month", size: 1 },
  bimonthly: { unit: "month", size: 2 },
  quarterly: { unit: "month", size: 3 },
  semiannual: { unit: "month", size: 6 },
  yearly: { unit: "month", size: 12 },
};

function byDays(recurrence: Recurrence, step: number, { from, to }: Span): Day[] {
  const first = epochDay(recurrence.anchor);
  const before = Math.max(0, Math.ceil((epochDay(from) - first) / step));
  const end = Math.min(epochDay(to), first + (countOf(recurrence) - 1) * step);
  const days: Day[] = [];
  for (let day = first + before * step; day <= end; day += step) days.push(dayOfEpoch(day));
  return days;
}

/** Months are cut into as many slots as there are places in one, so that slots can be stepped through. */
function byMonths(
  recurrence: Recurrence,
  step: number,
  { from, to }: Span,
  holidays: Holidays,
): Day[] {
  const positions = positionsOf(recurrence);
  const first = firstSlot(positions, recurrence.anchor, holidays);
  const start = epochDay(from);
  const end = epochDay(to);
  const count = countOf(recurrence);
  const days: Day[] = [];
  let latest = start - 1;
  const before = Math.ceil((monthNumber(from) * positions.length - first) / step);
  for (let index = Math.max(0, before); index < count; index += 1) {
    const day = dayInSlot(positions, first + index * step, holidays);
    if (day > end) break;
    if (day <= latest) continue;
    days.push(dayOfEpoch(day));
    latest = day;
  }
  return days;
}

/** The slot of the first place on or after the anchor. */
function firstSlot(positions: readonly MonthPosition[], anchor: Day, holidays: Holidays): number {
  const start = epochDay(anchor);
  let slot = monthNumber(anchor) * positions.length;
  while (dayInSlot(positions, slot, holidays) < start) slot += 1;
  return slot;
}

/** The epoch day of a slot; Infinity past the calendar. */
function dayInSlot(positions: readonly MonthPosition[], slot: number, holidays: Holidays): number {
  const month = Math.floor(slot / positions.length);
  const position = positions[slot % positions.length];
  if (position === undefined || month > lastMonth) return Number.POSITIVE_INFINITY;
  return dayInMonth(position, month, holidays);
}

const lastMonth = monthNumber(lastDay);

const countOf = ({ cadence, count }: Recurrence): number =>
  cadence === "once" ? 1 : (count ?? Number.POSITIVE_INFINITY);

/** Without a due day: the anchor's date, and for `semimonthly` the date 15 days before or after it too. */
function positionsOf({ cadence, anchor, due_day }: Recurrence): readonly MonthPosition[] {
  if (due_day !== null) return parsePositions(due_day);
  const date = dateOf(anchor);
  if (cadence !== "semimonthly") return [{ kind: "date", date }];
  const early = date > 15 ? date - 15 : date;
  return [
    { kind: "date", date: early },
    { kind: "date", date: early + 15 },
  ];
}
