import { Refusal } from "../refusal.ts";

/** A calendar day, `YYYY-MM-DD`: no time, no zone, comparable with `<`. */
export type Day = string & { readonly __brand: "Day" };

/** A calendar month, `YYYY-MM`, comparable with `<`. */
export type Month = string & { readonly __brand: "Month" };

/** A run of days, both ends included; empty when `from` is after `to`. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const firstYear = 1900;
const lastYear = 2199;
const firstMonth = firstYear * 12;
const monthsKnown = (lastYear - firstYear + 1) * 12;
const starts = new Array<number | undefined>(monthsKnown + 1);
const firstCount = firstOfMonth(firstMonth);
const lastCount = firstOfMonth(firstMonth + monthsKnown) - 1;
const averageMonth = 30.436875;
const prefixes = new Array<string | undefined>(monthsKnown);
const spelled = new Array<Day[] | undefined>(monthsKnown);
const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, "0"));

/** The first day this program knows. */
export const firstDay = `${firstYear}-01-01` as Day;

/** The last day this program knows. */
export const lastDay = `${lastYear}-12-31` as Day;

/** Reads a day as it was written; refuses `bad-day` what is no Gregorian day of 1900–2199. */
export function parseDay(text: string): Day {
  const fault = dayFault(text);
  if (fault === null) return text as Day;
  throw new Refusal("bad-day", `"${text}" is not a day: ${fault}`, "Write it as YYYY-MM-DD.");
}

/** True for a Gregorian day of 1900–2199 spelled `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return dayFault(text) === null;
}

/** Counts the days from 1970-01-01 to `day`; negative before it. */
export function epochDay(day: Day): number {
  return firstOfMonth(monthNumber(day)) + dateOf(day) - 1;
}

/** Spells the day that is `count` days after 1970-01-01; refuses `bad-day` outside 1900–2199. */
export function dayOfEpoch(count: number): Day {
  const month = monthNumberOfEpoch(count);
  const date = count - firstOfMonth(month) + 1;
  // The same few days are asked for again and again; a string that is kept is quicker to find in a set.
  spelled[month - firstMonth] ??= new Array<Day>(32);
  const days = spelled[month - firstMonth] ?? [];
  days[date] ??= (monthPrefix(month) + twoDigits[date]) as Day;
  return days[date];
}

/** The day `count` days later, earlier when negative; refuses `bad-day` outside 1900–2199. */
export function addDays(day: Day, count: number): Day {
  return dayOfEpoch(epochDay(day) + count);
}

/** The same date `count` months later, or that month's last day when it is too short. */
export function addMonths(day: Day, count: number): Day {
  const month = monthNumber(day) + count;
  const start = firstOfMonth(month);
  return dayOfEpoch(start + Math.min(dateOf(day), firstOfMonth(month + 1) - start) - 1);
}

/** Counts the days from `from` to `to`: 1 from one day to the next, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfEpoch(epochDay(day));
}

/** The ISO weekday, 1–7, of the day that is `count` days after 1970-01-01 (a Thursday). */
export function weekdayOfEpoch(count: number): number {
  return ((((count + 3) % 7) + 7) % 7) + 1;
}

/** How many days a month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  const number = year * 12 + month - 1;
  return firstOfMonth(number + 1) - firstOfMonth(number);
}

/** Spells a day from its parts, `month` counting from 1; refuses `bad-day` what is no day. */
export function dayOf(year: number, month: number, date: number): Day {
  const text = `${String(year).padStart(4, "0")}-${twoDigits[month] ?? month}`;
  return parseDay(`${text}-${twoDigits[date] ?? date}`);
}

export function yearOf(day: Day): number {
  return digitsAt(day, 0) * 100 + digitsAt(day, 2);
}

/** The month of the year, 1–12. */
export function monthOf(day: Day): number {
  return digitsAt(day, 5);
}

/** The day of the month, 1–31. */
export function dateOf(day: Day): number {
  return digitsAt(day, 8);
}

/** The month a day lies in, `YYYY-MM`. */
export function monthName(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** Lists the months that `from`, `to` and the days between them lie in, oldest first. */
export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  for (let month = monthNumber(from); month <= monthNumber(to); month += 1) {
    months.push(monthPrefix(month).slice(0, 7) as Month);
  }
  return months;
}

/** The earlier of two days. */
export function earlier(one: Day, other: Day): Day {
  return other < one ? other : one;
}

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return other > one ? other : one;
}

/** Whether a day lies in a span, its ends included. */
export function isWithin(day: Day, { from, to }: Span): boolean {
  return from <= day && day <= to;
}

/** Grows a span by some days on either side, stopping at the first and the last day known. */
export function widenSpan(span: Span, before: number, after: number): Span {
  return {
    from: dayOfEpoch(Math.max(epochDay(span.from) - before, epochDay(firstDay))),
    to: dayOfEpoch(Math.min(epochDay(span.to) + after, epochDay(lastDay))),
  };
}

/** Numbers the months without a gap: year × 12 + month − 1, so that months can be added. */
export function monthNumber(day: Day): number {
  return digitsAt(day, 0) * 1200 + digitsAt(day, 2) * 12 + digitsAt(day, 5) - 1;
}

/** The epoch day a numbered month begins on; the month after the last known has one too. */
export function firstOfMonth(month: number): number {
  const index = month - firstMonth;
  // The same few months are asked for again and again, and a start runs too short for the sum to become quick.
  starts[index] ??= countToMonth(month);
  return starts[index];
}

function countToMonth(month: number): number {
  if (!(month >= firstMonth && month <= firstMonth + monthsKnown)) throw outside();
  // Years that begin in March have their leap day at the end, and months of 31, 30, 31, 30, 31 days, over and over.
  const year = Math.floor((month - 2) / 12);
  const monthOfYear = month - 2 - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  // The year 0 began 719,468 days before 1970-01-01.
  return year * 365 + leapDays + Math.floor((monthOfYear * 153 + 2) / 5) - 719_468;
}

function monthNumberOfEpoch(count: number): number {
  if (!(count >= firstCount && count <= lastCount)) throw outside();
  // The guess is off by one month at most.
  const guess = firstMonth + Math.floor((count - firstCount) / averageMonth);
  if (count < firstOfMonth(guess)) return guess - 1;
  return count < firstOfMonth(guess + 1) ? guess : guess + 1;
}

function monthPrefix(month: number): string {
  const index = month - firstMonth;
  prefixes[index] ??= `${Math.floor(month / 12)}-${twoDigits[(month % 12) + 1]}-`;
  return prefixes[index];
}

function digitsAt(day: string, index: number): number {
  return day.charCodeAt(index) * 10 + day.charCodeAt(index + 1) - 528;
}

function dayFault(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return "it does not read as year, month and day";
  const [year, month, date] = [Number(text.slice(0, 4)), digitsAt(text, 5), digitsAt(text, 8)];
  if (year < firstYear || year > lastYear) return `the years known are ${firstYear} to ${lastYear}`;
  if (month < 1 || month > 12) return `there is no month ${text.slice(5, 7)}`;
  const length = daysInMonth(year, month);
  if (date >= 1 && date <= length) return null;
  return `${text.slice(0, 7)} has days 01 to ${length}`;
}

function outside(): Refusal {
  return new Refusal(
    "bad-day",
    `that day lies outside the years ${firstYear} to ${lastYear}`,
    "Choose a nearer day.",
  );
}
