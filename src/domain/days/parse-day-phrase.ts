import { Refusal } from "../refusal.ts";
import { countNamed } from "../words/count-word.ts";
import { nearest } from "../words/nearest.ts";
import { dayOf } from "./calendar.ts";
import { dayForms } from "./day-forms.ts";
import { monthNamed, monthNames, weekdayNamed, weekdayNames } from "./day-names.ts";
import type { DayPhrase } from "./day-phrase.ts";
import { digitDay, monthDate } from "./digit-day.ts";

/** Reads what a person writes for a day. Refuses (`bad-day`) what is none, and what reads in several ways. */
export function parseDayPhrase(text: string): DayPhrase {
  const phrase = findDayPhrase(text);
  if (phrase !== null) return phrase;
  const [meant] = nearest(text.trim(), singleWords);
  const guess = meant === undefined ? "" : `Did you mean ${meant}? `;
  throw new Refusal("bad-day", `"${text}" is not a day`, `${guess}Write it as ${dayForms}.`);
}

/**
 * Finds what a text says of a day: null where it is no phrase of the grammar. Refuses (`bad-day`) a phrase of it that no
 * day answers to, such as `feb 30`, and digits that read in several ways.
 */
export function findDayPhrase(text: string): DayPhrase | null {
  const plain = text
    .toLowerCase()
    .replace(/,(?= )/g, "")
    .replace(/\b(?:the|of) /g, "")
    .replace(/\s+/g, " ")
    .trim();
  for (const read of readers) {
    const phrase = read(plain);
    if (phrase !== null) return phrase;
  }
  return null;
}

const distances: Readonly<Record<string, number>> = {
  "day before yesterday": -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  "day after tomorrow": 2,
};

const singleWords = [...weekdayNames, ...monthNames, "today", "tomorrow", "yesterday"].map((word) =>
  word.toLowerCase(),
);

const readers: readonly ((plain: string) => DayPhrase | null)[] = [
  digitDay,
  knownWord,
  weekday,
  monthAndDate,
  monthEnd,
  distance,
  weekdayBefore,
];

function knownWord(plain: string): DayPhrase | null {
  if (plain === "due" || plain === "next") return { kind: plain };
  const count = Object.hasOwn(distances, plain) ? distances[plain] : undefined;
  return count === undefined ? null : { kind: "distance", unit: "day", count };
}

/** `friday`, `fri`, `next friday`, `last friday` */
function weekday(plain: string): DayPhrase | null {
  const [, side, word = ""] = /^(?:(next|last) )?([a-z]+)$/.exec(plain) ?? [];
  const found = weekdayNamed(word);
  if (found === null) return null;
  const of = { kind: "weekday", weekday: found } as const;
  return side === "next" || side === "last" ? { kind: "beside", side, of } : of;
}

/** `feb 5`, `5 feb`, `february 5th`, each with a year or without, parted by a blank, a hyphen or nothing. */
function monthAndDate(plain: string): DayPhrase | null {
  const { groups } = monthFirst.exec(plain) ?? dateFirst.exec(plain) ?? yearFirst.exec(plain) ?? {};
  const month = monthNamed(groups?.["month"] ?? "");
  if (month === null) return null;
  const date = Number(groups?.["date"]);
  const year = groups?.["year"];
  if (year === undefined) return monthDate(plain, month, date);
  return { kind: "day", day: dayOf(Number(year), month, date) };
}

const monthFirst =
  /^(?<month>[a-z]+)\.?[ -]?(?<date>\d{1,2})(?:st|nd|rd|th)?(?:[ -](?<year>\d{4}))?$/;
const dateFirst =
  /^(?<date>\d{1,2})(?:st|nd|rd|th)?[ -]?(?<month>[a-z]+)\.?(?:[ -](?<year>\d{4}))?$/;
const yearFirst = /^(?<year>\d{4})[ -](?<month>[a-z]+)\.?[ -](?<date>\d{1,2})(?:st|nd|rd|th)?$/;

/** `last`, `last day of the month`, `end of month`, `end of feb` */
function monthEnd(plain: string): DayPhrase | null {
  const [, name = "month"] = /^(?:last|last day|month end|(?:last day|end) ([a-z]+))$/.exec(
    plain,
  ) ?? [null, ""];
  if (name === "month") return { kind: "month-end", month: null };
  const month = monthNamed(name);
  return month === null ? null : { kind: "month-end", month };
}

/** `3 days ago`, `a week ago`, `in 2 weeks`, `two weeks from now` */
function distance(plain: string): DayPhrase | null {
  const [, before, word = "", unit = "", after] =
    /^(in )?(\w+) (day|week|fortnight|month|year)s?( ago| from now| from today)?$/.exec(plain) ??
    [];
  const count = countNamed(word);
  const length = units[unit];
  if (count === null || length === undefined) return null;
  if ((before === undefined) === (after === undefined)) return null;
  const [size, step] = length;
  return { kind: "distance", unit: step, count: (after === " ago" ? -count : count) * size };
}

const units: Readonly<Record<string, readonly [number, "day" | "month"]>> = {
  day: [1, "day"],
  week: [7, "day"],
  fortnight: [14, "day"],
  month: [1, "month"],
  year: [12, "month"],
};

/** `sun mar 1`, as days are shown. */
function weekdayBefore(plain: string): DayPhrase | null {
  const [, word = "", rest = ""] = /^([a-z]+) (.*\d.*)$/.exec(plain) ?? [];
  const found = weekdayNamed(word);
  const of = found === null ? null : (digitDay(rest) ?? monthAndDate(rest));
  return found === null || of === null ? null : { kind: "on-weekday", weekday: found, of };
}
