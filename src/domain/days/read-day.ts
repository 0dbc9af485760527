import { Refusal } from "../refusal.ts";
import {
  addDays,
  addMonths,
  type Day,
  dateOf,
  dayOfEpoch,
  daysBetween,
  daysInMonth,
  epochDay,
  monthOf,
  weekdayOf,
  yearOf,
} from "./calendar.ts";
import { dayForms } from "./day-forms.ts";
import { weekdayNames } from "./day-names.ts";
import type { DayPhrase, NamedDays } from "./day-phrase.ts";
import { parseDayPhrase } from "./parse-day-phrase.ts";

/** Where a day is written, which decides what a phrase such as `friday` means there. */
export interface DayPlace {
  readonly today: Day;
  /**
   * Of the days that a phrase names: `past` takes the latest up to today, `future` the first from today on; where a
   * cycle is named, the one nearest today.
   */
  readonly direction: "past" | "future" | NearCycles;
}

/** The cycles of a payment, where a day names one of them. */
export interface NearCycles {
  /** The nominal days in question. */
  names(): readonly Day[];
  /** Whether a cycle goes before those that are settled. */
  isOpen(name: Day): boolean;
}

/**
 * Reads a day as a person writes it: `2026-02-05`, `feb 5`, `5`, `friday`, `last friday`, `3 days ago`, `in 2 weeks`, …
 *
 * Full days and distances are what they say, in any direction. A date that no cycle answers to gives the nearest day of
 * that date. Refuses (`bad-day`) what is no day, what reads in several ways, and `next` where no cycle is named.
 */
export function readDay(text: string, place: DayPlace): Day {
  return dayMeant(parseDayPhrase(text), place);
}

/** Reads the day something was paid: `due` (the day its cycle is due), or the latest day up to today that the text names. */
export function readPaidDay(text: string, today: Day): Day | "due" {
  const phrase = parseDayPhrase(text);
  return phrase.kind === "due" ? "due" : dayMeant(phrase, { today, direction: "past" });
}

/** The day that a phrase means where it is written; refuses (`bad-day`) `due` and `next` where they are not taken. */
export function dayMeant(phrase: DayPhrase, place: DayPlace): Day {
  const { today, direction } = place;
  switch (phrase.kind) {
    case "day":
      return phrase.day;
    case "distance":
      return phrase.unit === "day" ? addDays(today, phrase.count) : addMonths(today, phrase.count);
    case "beside":
      return phrase.side === "next"
        ? following(phrase.of, today, 1)
        : following(phrase.of, today, -1);
    case "on-weekday":
      return checkedWeekday(dayMeant(phrase.of, place), phrase.weekday);
    case "due":
      throw misplaced("due", "--on of confirm");
    case "next":
      if (typeof direction === "string") throw misplaced("next", "--cycle");
      return nextCycle(direction, today);
    case "date":
    case "month-date":
    case "weekday":
    case "month-end":
      return oneOf(phrase, place);
  }
}

function oneOf(phrase: NamedDays, { today, direction }: DayPlace): Day {
  if (direction === "past") return nearestFrom(phrase, today, -1);
  if (direction === "future") return nearestFrom(phrase, today, 1);
  return cycleNamed(phrase, direction, today) ?? nearestDay(phrase, today);
}

function nearestFrom(phrase: NamedDays, today: Day, step: 1 | -1): Day {
  return isNamed(phrase, today) ? today : following(phrase, today, step);
}

/** Days are tried one by one: the longest way is the eight years between two leap days. */
function following(phrase: NamedDays, day: Day, step: 1 | -1): Day {
  let count = epochDay(day) + step;
  while (!isNamed(phrase, dayOfEpoch(count))) count += step;
  return dayOfEpoch(count);
}

function isNamed(phrase: NamedDays, day: Day): boolean {
  switch (phrase.kind) {
    case "date":
      return dateOf(day) === phrase.date;
    case "month-date":
      return monthOf(day) === phrase.month && dateOf(day) === phrase.date;
    case "weekday":
      return weekdayOf(day) === phrase.weekday;
    case "month-end":
      if (phrase.month !== null && phrase.month !== monthOf(day)) return false;
      return dateOf(day) === daysInMonth(yearOf(day), monthOf(day));
  }
}

/** The nearest open cycle whose name the phrase names, else the nearest settled one. */
function cycleNamed(phrase: NamedDays, cycles: NearCycles, today: Day): Day | null {
  const named = byDistance(
    cycles.names().filter((name) => isNamed(phrase, name)),
    today,
  );
  return named.find((name) => cycles.isOpen(name)) ?? named[0] ?? null;
}

function nearestDay(phrase: NamedDays, today: Day): Day {
  const [day = today] = byDistance(
    [nearestFrom(phrase, today, -1), nearestFrom(phrase, today, 1)],
    today,
  );
  return day;
}

/** The nearest to today first, the earlier one on a tie. */
function byDistance(days: readonly Day[], today: Day): Day[] {
  const away = (day: Day) => Math.abs(daysBetween(today, day));
  return days.toSorted((one, other) => away(one) - away(other) || (one < other ? -1 : 1));
}

function nextCycle(cycles: NearCycles, today: Day): Day {
  const next = cycles
    .names()
    .toSorted()
    .find((name) => name >= today && cycles.isOpen(name));
  if (next !== undefined) return next;
  throw new Refusal(
    "nothing-owed",
    `no open cycle is to come from ${today} on`,
    "Name one by its day, such as --cycle 2026-02-15.",
  );
}

function checkedWeekday(day: Day, weekday: number): Day {
  const found = weekdayOf(day);
  if (found === weekday) return day;
  throw new Refusal(
    "bad-day",
    `${day} is a ${weekdayNames[found - 1]}, not a ${weekdayNames[weekday - 1]}`,
    "Leave the weekday out, or give the day with its year.",
  );
}

function misplaced(word: string, where: string): Refusal {
  return new Refusal("bad-day", `"${word}" is a day only for ${where}`, `Write it as ${dayForms}.`);
}
