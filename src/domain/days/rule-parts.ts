import { Refusal } from "../refusal.ts";
import { isDay } from "./calendar.ts";

/**
 * Writes an RRULE the one way it is kept: capitals, parts in one order, nothing said that goes without
 * saying. Refuses `bad-cadence` a part that is unknown, repeated, malformed or finer than a day; what
 * parts may stand together is for the engine to say (`parseRule`).
 */
export function canonicalRule(text: string): string {
  const parts = readParts(text);
  return partNames
    .filter((name) => parts.has(name) && !(name === "INTERVAL" && parts.get(name) === "1"))
    .map((name) => `${name}=${parts.get(name)}`)
    .join(";");
}

/** The refusal of a rule, with the reason in a few words. */
export function notARule(text: string, why: string): Refusal {
  return new Refusal(
    "bad-cadence",
    `"${text}" is not a recurrence rule: ${why}`,
    'Write an RFC 5545 RRULE of whole days, such as "FREQ=MONTHLY;BYDAY=2TU", and the first day with --start.',
  );
}

const partNames = [
  "FREQ",
  "INTERVAL",
  "BYMONTH",
  "BYWEEKNO",
  "BYYEARDAY",
  "BYMONTHDAY",
  "BYDAY",
  "BYSETPOS",
  "WKST",
  "COUNT",
  "UNTIL",
] as const;
type PartName = (typeof partNames)[number];

function readParts(text: string): Map<PartName, string> {
  const parts = new Map<PartName, string>();
  const words = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");
  for (const word of words.split(";")) {
    const [key = "", value = "", ...more] = word.split("=");
    const name = partNames.find((known) => known === key);
    if (name === undefined)
      throw notARule(text, `there is no part "${key}" in a rule of whole days`);
    if (parts.has(name)) throw notARule(text, `${name} is there twice`);
    const kept = more.length === 0 ? canonical(name, value) : null;
    if (kept === null) throw notARule(text, `${word} is not a value of ${name}`);
    parts.set(name, kept);
  }
  if (!parts.has("FREQ")) throw notARule(text, "FREQ is missing");
  if (parts.has("COUNT") && parts.has("UNTIL"))
    throw notARule(text, "COUNT and UNTIL exclude each other");
  return parts;
}

/** The value of a part as it is kept, or null when it is none. */
function canonical(name: PartName, value: string): string | null {
  switch (name) {
    case "FREQ":
      return /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value) ? value : null;
    case "WKST":
      return /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value) ? value : null;
    case "UNTIL":
      return untilDay(value);
    case "INTERVAL":
      return numbers(value, 1, 1000, /^\d+$/);
    case "COUNT":
      return numbers(value, 1, 109_573, /^\d+$/);
    case "BYMONTH":
      return numbers(value, 1, 12, /^\d+(,\d+)*$/);
    case "BYMONTHDAY":
      return numbers(value, 1, 31);
    case "BYWEEKNO":
      return numbers(value, 1, 53);
    case "BYYEARDAY":
    case "BYSETPOS":
      return numbers(value, 1, 366);
    case "BYDAY":
      return weekdays(value);
  }
}

function numbers(
  value: string,
  least: number,
  most: number,
  form = /^[+-]?\d+(,[+-]?\d+)*$/,
): string | null {
  if (!form.test(value)) return null;
  const found = value.split(",").map(Number);
  const areAllThere = found.every((each) => Math.abs(each) >= least && Math.abs(each) <= most);
  return areAllThere ? [...new Set(found)].join(",") : null;
}

function weekdays(value: string): string | null {
  const form = /^(?:([+-]?)0?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/;
  const found = value.split(",").map((word) => form.exec(word));
  const kept = found.map((match) => match && `${sign(match)}${match[2] ?? ""}${match[3]}`);
  return kept.includes(null) ? null : [...new Set(kept)].join(",");
}

const sign = ([, written]: RegExpExecArray): string => (written === "-" ? "-" : "");

function untilDay(value: string): string | null {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(value) ?? [];
  return isDay(`${year}-${month}-${date}`) ? `${year}${month}${date}` : null;
}
