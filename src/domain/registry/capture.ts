import { type Cadence, cadences } from "../days/cadence.ts";
import { addDays, type Day, parseDay, weekdayOf } from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";

/** What one line says of a new payment; what it does not say is absent. */
export interface Captured {
  readonly name: string;
  readonly amount: string;
  cadence?: Cadence;
  every?: number;
  due_day?: string;
  start?: Day;
  until?: Day;
  count?: number;
}

/**
 * Reads a payment out of one line: a name, an amount, then when, in any order.
 *
 *     internet 85 monthly on the 15th
 *     rent 2000 CAD on the last business day
 *     gym 24.99 every 2 weeks on friday
 *     car insurance 1,250.00 yearly from 2026-03-01 until 2029-03-01
 *
 * Refuses (`usage`) a line without an amount, and words it does not understand: nothing is guessed.
 */
export function parseCapture(line: string, today: Day): Captured {
  const parts =
    /^(?<name>.*?\D.*?)\s+(?<amount>(?:[A-Z]{3} |\p{Sc})?\d(?:[\d.,]*\d)?(?:-\d(?:[\d.,]*\d)?)?(?: [A-Z]{3}\b)?),?(?:\s+(?<when>.*))?$/u.exec(
      line.trim(),
    );
  const { name, amount, when = "" } = parts?.groups ?? {};
  if (name === undefined || amount === undefined) {
    throw new Refusal(
      "usage",
      `"${line}" names no amount`,
      "Write: valhalla add Hydro 150 --due-day 15",
    );
  }
  const captured: Captured = { name: capitalised(name), amount };
  let rest = when.toLowerCase().replace(/\s+/g, " ").trim();
  while (rest !== "") rest = readPhrase(rest, captured, today);
  return captured;
}

type Reader = (words: readonly string[], captured: Captured, today: Day) => void;

/** Every phrase that is understood, tried in turn at the beginning of what is left. */
const phrases: readonly (readonly [RegExp, Reader])[] = [
  [phrase(`(${cadences.join("|")})`), ([cadence], captured) => setCadence(captured, cadence)],
  [phrase("annually"), (_, captured) => setCadence(captured, "yearly")],
  [
    phrase("every (?:(\\d{1,3}) )?(day|week|month|quarter|year)s?"),
    ([every, unit], captured) => {
      setCadence(captured, units[unit ?? ""]);
      if (every !== undefined) captured.every = Number(every);
    },
  ],
  [
    phrase("(?:on|every) (mon|tues|wednes|thurs|fri|satur|sun)days?"),
    ([weekday], captured, today) => {
      if (captured.cadence !== "biweekly") setCadence(captured, "weekly");
      captured.start ??= nextWeekday(today, weekdays.indexOf(weekday ?? "") + 1);
    },
  ],
  [
    phrase(
      "on (?:the )?(\\d{1,2})(?:st|nd|rd|th)? and (?:the )?(\\d{1,2}(?:st|nd|rd|th)?|last(?: day)?)",
    ),
    ([one, other], captured) => {
      captured.cadence ??= "semimonthly";
      captured.due_day = `${one},${(other ?? "").replace(/st$|nd$|rd$|th$| day$/, "")}`;
    },
  ],
  [
    phrase(
      "on (?:the )?(\\d{1,2}|last)(?:st|nd|rd|th)? (business|mon|tue|wed|thu|fri|sat|sun)(?: day|[a-z]*day)?",
    ),
    ([nth, day], captured) => {
      captured.due_day = `${nth}${day}`;
    },
  ],
  [
    phrase("on (?:the )?last(?: day)?"),
    (_, captured) => {
      captured.due_day = "last";
    },
  ],
  [
    phrase("on (\\d{4}-\\d{2}-\\d{2})"),
    ([day], captured) => {
      captured.cadence ??= "once";
      captured.start = parseDay(day ?? "");
    },
  ],
  [
    phrase("on (?:the )?(\\d{1,2})(?:st|nd|rd|th)?"),
    ([date], captured) => {
      captured.due_day = date ?? "";
    },
  ],
  [
    phrase("(?:from|starting) (\\d{4}-\\d{2}-\\d{2})"),
    ([day], captured) => {
      captured.start = parseDay(day ?? "");
    },
  ],
  [
    phrase("until (\\d{4}-\\d{2}-\\d{2})"),
    ([day], captured) => {
      captured.until = parseDay(day ?? "");
    },
  ],
  [
    phrase("(\\d{1,5}) times"),
    ([count], captured) => {
      captured.count = Number(count);
    },
  ],
];

const units: Readonly<Record<string, Cadence>> = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  year: "yearly",
};

const weekdays = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];

function readPhrase(rest: string, captured: Captured, today: Day): string {
  for (const [pattern, read] of phrases) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    read(match.slice(1), captured, today);
    return rest.slice(match[0].length);
  }
  throw new Refusal(
    "usage",
    `"${rest}" is not understood`,
    'Write it like "internet 85 monthly on the 15th", or use flags: valhalla add --help',
  );
}

function phrase(pattern: string): RegExp {
  return new RegExp(`^${pattern}(?: |,|$)\\s*`);
}

function setCadence(captured: Captured, word: string | undefined): void {
  const cadence = cadences.find((each) => each === word);
  if (cadence === undefined || captured.cadence === cadence) return;
  if (captured.cadence !== undefined) {
    throw new Refusal(
      "usage",
      `"${captured.name}" cannot be ${captured.cadence} and ${cadence} at once`,
      "Say one of them, or use flags: valhalla add --help",
    );
  }
  captured.cadence = cadence;
}

function nextWeekday(today: Day, weekday: number): Day {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
