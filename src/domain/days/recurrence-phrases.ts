import { Refusal } from "../refusal.ts";
import { type Taken, takeLongest } from "../words/take-longest.ts";
import type { Cadence } from "./cadence.ts";
import { takeCadence } from "./cadence-words.ts";
import { weekdayNamed } from "./day-names.ts";
import type { DayPhrase } from "./day-phrase.ts";
import { findDayPhrase } from "./parse-day-phrase.ts";
import { placesNamed } from "./place-words.ts";

/** What words say of when something recurs; what they do not say is absent. */
export interface RecurrenceSaid {
  readonly cadence?: Cadence;
  readonly every?: number;
  /** Where in the month, as it is kept. */
  readonly due_day?: string;
  /** The day itself, `march 15`, or its weekday, `friday`. */
  readonly on?: DayPhrase;
  /** From which day on. */
  readonly from?: DayPhrase;
}

/** Takes one phrase off the beginning of words spelled plainly (`plainWords`) and adds what it says; null where it begins with none. */
export function takeRecurrence(text: string, said: RecurrenceSaid): Taken<RecurrenceSaid> | null {
  for (const take of takers) {
    const taken = take(text);
    if (taken !== null) return { said: added(said, taken.said), rest: taken.rest };
  }
  return null;
}

const takers: readonly ((text: string) => Taken<RecurrenceSaid> | null)[] = [
  takeOn,
  takeCadence,
  takeEvery,
  takeStart,
];

/** `every friday`, `every other friday`, `every 15th`, `every march 15` */
function takeEvery(text: string): Taken<RecurrenceSaid> | null {
  const [head = "", other] = /^(?:every|each) (other )?/.exec(text) ?? [];
  if (head === "") return null;
  refuseTwoWays(text);
  const rest = text.slice(head.length);
  if (other !== undefined) {
    return takeLongest(rest, (words) => {
      const on = weekdayPhrase(words);
      return on === null ? null : { cadence: "biweekly", on };
    });
  }
  return takeLongest(rest, everyNamed);
}

function everyNamed(words: string): RecurrenceSaid | null {
  if (/^\d+$/.test(words)) return null;
  const on = weekdayPhrase(words);
  if (on !== null) return { cadence: "weekly", on };
  const due_day = placesNamed(words);
  if (due_day !== null) return { cadence: cadenceOfPlace(due_day), due_day };
  const day = findDayPhrase(words);
  return day?.kind === "month-date" ? { cadence: "yearly", on: day } : null;
}

/** `from 2026-03-01`, `starting friday` */
function takeStart(text: string): Taken<RecurrenceSaid> | null {
  const [head = ""] = /^(?:from|starting|beginning)(?: on)? /.exec(text) ?? [];
  if (head === "") return null;
  const taken = takeLongest(text.slice(head.length), findDayPhrase);
  return taken === null ? null : { said: { from: taken.said }, rest: taken.rest };
}

/** `on the 15th`, `1st`, `due march 15`, `fridays`; a number alone needs a word before it. */
function takeOn(text: string): Taken<RecurrenceSaid> | null {
  const [head = ""] = /^(?:due )?(?:on |by |at )?(?:the )?/.exec(text) ?? [];
  return takeLongest(text.slice(head.length), (words) => {
    if (head === "" && /^\d+$/.test(words)) return null;
    const on = weekdayPhrase(words);
    if (on !== null) return { on };
    const due_day = placesNamed(words);
    if (due_day === null) return dayNamed(words);
    return /(?:every|each) month$/.test(words)
      ? { cadence: cadenceOfPlace(due_day), due_day }
      : { due_day };
  });
}

function dayNamed(words: string): RecurrenceSaid | null {
  const on = findDayPhrase(words);
  if (on === null || on.kind === "due" || on.kind === "next") return null;
  return on.kind === "month-end" && on.month === null ? { due_day: "last" } : { on };
}

/** A weekday, also in the plural: `fridays`. */
function weekdayPhrase(words: string): DayPhrase | null {
  const weekday = weekdayNamed(words.replace(/s$/, ""));
  return weekday === null ? null : { kind: "weekday", weekday };
}

const cadenceOfPlace = (due_day: string): Cadence =>
  due_day.includes(",") ? "semimonthly" : "monthly";

/** `every 2nd friday` is each other friday to some, and the second of a month to others. */
function refuseTwoWays(text: string): void {
  const [phrase, nth = "", weekday = ""] =
    /^(?:every|each) (second|2nd|third|3rd|fourth|4th) ([a-z]+)(?! of)(?= |$)/.exec(text) ?? [];
  if (phrase === undefined || weekdayNamed(weekday) === null) return;
  const weeks = { second: 2, "2nd": 2, third: 3, "3rd": 3 }[nth] ?? 4;
  const [one, other] = [`every ${weeks} weeks on ${weekday}`, `${nth} ${weekday} of the month`];
  throw new Refusal(
    "bad-cadence",
    `"${phrase}" reads two ways: ${one}, and the ${other}`,
    `Write the one that is meant: "${one}" or "${other}".`,
  );
}

function added(said: RecurrenceSaid, more: RecurrenceSaid): RecurrenceSaid {
  refuseTwoCadences(said, more);
  for (const [key, what] of saidOnce) {
    if (said[key] !== undefined && more[key] !== undefined)
      throw contradiction(`it names two ${what}`);
  }
  return { ...more, ...said };
}

const saidOnce = [
  ["due_day", "places in the month"],
  ["on", "days"],
  ["from", "starts"],
] as const;

/** The weekday of "every 2 weeks every friday" is no second cadence. */
function refuseTwoCadences(said: RecurrenceSaid, more: RecurrenceSaid): void {
  if (said.cadence === undefined || more.cadence === undefined) return;
  const isSame = said.cadence === more.cadence && (said.every ?? 1) === (more.every ?? 1);
  const isWeekday = more.on !== undefined && more.cadence === "weekly";
  if (isSame || isWeekday) return;
  throw contradiction(`it cannot be ${said.cadence} and ${more.cadence} at once`);
}

function contradiction(message: string): Refusal {
  return new Refusal("bad-cadence", message, "Say one of them.");
}
