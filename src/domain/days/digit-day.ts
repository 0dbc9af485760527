import { Refusal } from "../refusal.ts";
import { type Day, dayOf, daysInMonth, isDay } from "./calendar.ts";
import { monthNames } from "./day-names.ts";
import type { DayPhrase } from "./day-phrase.ts";

/**
 * Reads a day of digits only: `2026-02-05`, `2026/2/5`, `02-05` (month, then day), `5`, `5th`; null for any other text.
 *
 * Digits that read in several ways (`02/05`, `2/5/2026`, `05-02-26`) are refused (`bad-day`) with each of the readings;
 * those that can only mean one day (`31/12/2026`) are taken. A year of two digits is refused in any case.
 */
export function digitDay(text: string): DayPhrase | null {
  const [, one = "", separator = "", two = "", three] =
    /^(\d{1,4})(?:([-/.])(\d{1,2})(?:\2(\d{1,4}))?)?$/.exec(text) ?? [];
  if (three !== undefined) return threeNumbers(text, one, two, three);
  if (separator !== "" && one.length <= 2)
    return twoNumbers(text, Number(one), separator, Number(two));
  const date = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1];
  return date === undefined ? null : { kind: "date", date: realDate(text, Number(date)) };
}

/** A date of a month whose name is known; refuses (`bad-day`) what no year has, such as 31 February. */
export function monthDate(text: string, month: number, date: number): DayPhrase {
  const length = daysInMonth(leapYear, month);
  if (date >= 1 && date <= length) return { kind: "month-date", month, date };
  throw noDay(text, `${monthNames[month - 1]} has days 1 to ${length}`);
}

const leapYear = 2024;

function threeNumbers(text: string, one: string, two: string, three: string): DayPhrase | null {
  if (one.length === 4 && three.length <= 2) {
    return { kind: "day", day: dayOf(Number(one), Number(two), Number(three)) };
  }
  if (one.length > 2) return null;
  if (three.length === 4) {
    return oneReading(text, daysOf([three, two, one], [three, one, two]));
  }
  if (three.length !== 2) return null;
  const days = daysOf([`20${one}`, two, three], [`20${three}`, two, one], [`20${three}`, one, two]);
  if (days.length > 1) throw severalWays(text, days);
  throw noDay(text, "it has no year of four digits", days[0]);
}

function oneReading(text: string, days: readonly Day[]): DayPhrase {
  const [day] = days;
  if (day === undefined) throw noDay(text, "no month has such a day");
  if (days.length > 1) throw severalWays(text, days);
  return { kind: "day", day };
}

/** Those readings, as year, month and day, that are days; each once, in order. */
function daysOf(...readings: readonly (readonly [string, string, string])[]): Day[] {
  const texts = readings.map(([year, month, date]) => {
    return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  });
  return [...new Set(texts.filter(isDay))].sort();
}

function twoNumbers(text: string, one: number, separator: string, two: number): DayPhrase | null {
  if (separator === ".") return null;
  if (separator === "-") return monthDate(text, realMonth(text, one), two);
  const readings = [
    { month: one, date: two },
    { month: two, date: one },
  ].filter(isMonthDate);
  const [first] = readings;
  if (first === undefined) throw noDay(text, "no month has such a day");
  if (readings.length === 1 || one === two) return monthDate(text, first.month, first.date);
  throw severalWays(
    text,
    readings.map(({ month, date }) => `${monthNames[month - 1]} ${date}`),
  );
}

function isMonthDate({ month, date }: { month: number; date: number }): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(leapYear, month);
}

function realMonth(text: string, month: number): number {
  if (month >= 1 && month <= 12) return month;
  throw noDay(text, `there is no month ${month}; the month stands first`);
}

function realDate(text: string, date: number): number {
  if (date >= 1 && date <= 31) return date;
  throw noDay(text, "a month has days 1 to 31");
}

function severalWays(text: string, readings: readonly string[]): Refusal {
  const ways = readings.length === 2 ? "two ways" : "three ways";
  const last = readings.at(-1) ?? "";
  const others = readings.slice(0, -1).join(", ");
  return new Refusal(
    "bad-day",
    `"${text}" reads ${ways}: ${others} and ${last}`,
    `Write the one that is meant: ${others} or ${last}.`,
  );
}

function noDay(text: string, why: string, meant?: string): Refusal {
  return new Refusal(
    "bad-day",
    `"${text}" is not a day: ${why}`,
    `Write it as ${meant ?? "2026-02-05 or feb 5"}.`,
  );
}
