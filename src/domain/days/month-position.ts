import { Refusal } from "../refusal.ts";
import { isBusinessDay } from "./business-day.ts";
import { dayOfEpoch, firstOfMonth, weekdayOfEpoch } from "./calendar.ts";
import { weekdayNamed, weekdayNames } from "./day-names.ts";
import type { Holidays } from "./holidays.ts";

/** A place that every month has exactly once. */
export type MonthPosition =
  /** 1–31; a month that is too short takes its last day. */
  | { readonly kind: "date"; readonly date: number }
  | { readonly kind: "last-day" }
  /** The nth of an ISO weekday (1 is Monday), or the last. A fifth is no place: not every month has one. */
  | { readonly kind: "weekday"; readonly nth: 1 | 2 | 3 | 4 | "last"; readonly weekday: number }
  /** A month with fewer business days takes its last one. */
  | { readonly kind: "business-day"; readonly nth: number | "last" };

/** The forms a place in the month is written in, for hints and help. */
export const monthPositionForms = "a date 1–31, last, 2tue, lastfri, 3business or lastbusiness";

/**
 * Reads one place in the month: `15`, `last`, `2tue`, `lastfri`, `3business`, `lastbusiness`; capitals,
 * ordinals (`15th`) and words (`last friday`, `first business day`) are taken too. Refuses `bad-cadence` anything else.
 */
export function parseMonthPosition(text: string): MonthPosition {
  const position = findMonthPosition(text);
  if (position !== null) return position;
  throw notAPosition(text);
}

/** Finds the place in the month that a text names, null where it has not the form of one; refuses as `parseMonthPosition` does. */
export function findMonthPosition(text: string): MonthPosition | null {
  const { nth: count = "", unit = "" } = form.exec(text.trim().toLowerCase())?.groups ?? {};
  if (count === "") return null;
  const nth = ordinals[count] ?? Number(count.replace(/\D+$/, ""));
  if (nth === "last" && (unit === "" || unit === "day")) return { kind: "last-day" };
  if (unit === "day") return null;
  if (unit === "") return datePosition(text, nth);
  if (/^(?:business|work)/.test(unit)) return businessPosition(text, nth);
  const weekday = weekdayNamed(unit.replace(/days$/, "day"));
  return weekday === null ? null : weekdayPosition(text, nth, weekday);
}

const form =
  /^(?:the )?(?<nth>\d{1,2}(?:st|nd|rd|th(?!u))?|first|second|third|fourth|last|end) ?(?<unit>[a-z]+|(?:business|work|working) day)?$/;

const ordinals: Readonly<Record<string, number | "last">> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: "last",
  end: "last",
};

/** Writes a place in the month in the one form that is kept; `parseMonthPosition` reads it back. */
export function printMonthPosition(position: MonthPosition): string {
  switch (position.kind) {
    case "date":
      return String(position.date);
    case "last-day":
      return "last";
    case "weekday":
      return position.nth + shortName(position.weekday);
    case "business-day":
      return `${position.nth}business`;
  }
}

/**
 * Finds the epoch day of a place in a numbered month (`monthNumber`). A month without one business
 * day, which only a list of the user's can make, takes its last day.
 */
export function dayInMonth(position: MonthPosition, month: number, holidays: Holidays): number {
  const start = firstOfMonth(month);
  const end = firstOfMonth(month + 1) - 1;
  switch (position.kind) {
    case "date":
      return Math.min(start + position.date - 1, end);
    case "last-day":
      return end;
    case "weekday":
      return nthWeekday(position.nth, position.weekday, start, end);
    case "business-day":
      return nthBusinessDay(position.nth, start, end, holidays);
  }
}

/** The earliest and the latest date the place can have; a business day is taken at its widest in practice. */
export function datesOf(position: MonthPosition): { earliest: number; latest: number } {
  switch (position.kind) {
    case "date":
      return { earliest: Math.min(position.date, 28), latest: position.date };
    case "last-day":
      return { earliest: 28, latest: 31 };
    case "weekday":
      if (position.nth === "last") return { earliest: 22, latest: 31 };
      return { earliest: position.nth * 7 - 6, latest: position.nth * 7 };
    case "business-day": {
      if (position.nth === "last") return { earliest: 20, latest: 31 };
      const weekendsAndHolidays = 2 * Math.ceil(position.nth / 5) + 5;
      return {
        earliest: Math.min(position.nth, 20),
        latest: Math.min(position.nth + weekendsAndHolidays, 31),
      };
    }
  }
}

function datePosition(text: string, date: number | "last"): MonthPosition {
  if (date === "last" || date < 1 || date > 31) throw notAPosition(text);
  return { kind: "date", date };
}

function businessPosition(text: string, nth: number | "last"): MonthPosition {
  if (nth !== "last" && (nth < 1 || nth > 23)) throw notAPosition(text);
  return { kind: "business-day", nth };
}

function weekdayPosition(text: string, nth: number | "last", weekday: number): MonthPosition {
  if (nth === 1 || nth === 2 || nth === 3 || nth === 4 || nth === "last") {
    return { kind: "weekday", nth, weekday };
  }
  const hint = `Not every month has a fifth; write last${shortName(weekday)} for the last one.`;
  throw new Refusal("bad-cadence", `"${text}" is not a place in every month`, hint);
}

/** `mon` to `sun`, as a place in the month is kept. */
function shortName(weekday: number): string {
  return (weekdayNames[weekday - 1] ?? "").slice(0, 3).toLowerCase();
}

function nthWeekday(nth: number | "last", weekday: number, start: number, end: number): number {
  if (nth === "last") return end - ((weekdayOfEpoch(end) - weekday + 7) % 7);
  return start + ((weekday - weekdayOfEpoch(start) + 7) % 7) + (nth - 1) * 7;
}

function nthBusinessDay(
  nth: number | "last",
  start: number,
  end: number,
  holidays: Holidays,
): number {
  let found = end;
  let left = nth === "last" ? Number.POSITIVE_INFINITY : nth;
  for (let day = start; day <= end && left > 0; day += 1) {
    if (!isBusinessDay(dayOfEpoch(day), holidays)) continue;
    found = day;
    left -= 1;
  }
  return found;
}

function notAPosition(text: string): Refusal {
  return new Refusal(
    "bad-cadence",
    `"${text}" is not a place in the month`,
    `Write ${monthPositionForms}.`,
  );
}
