import { Refusal } from "../refusal.ts";
import { type RecurrenceSaid, takeRecurrence } from "./recurrence-phrases.ts";

/** How a cadence may be written, for hints and help. */
export const cadenceForms =
  '"monthly", "every 2 weeks", "every other friday", "per year", "twice a month on 1 and 15", "yearly on march 15" or "last friday of the month"';

/**
 * Reads the one vocabulary of cadences, in any order of its phrases: a cadence (`monthly`, `/mo`, `every 3 months`), a place in the
 * month (`on the 15th`, `last friday of the month`), a weekday or a day (`on friday`, `on march 15`), a start (`from feb 1`).
 * Refuses (`bad-cadence`) what is not understood, and what contradicts itself.
 */
export function readRecurrence(text: string): RecurrenceSaid {
  let said: RecurrenceSaid = {};
  let rest = plainWords(text);
  do {
    const taken = takeRecurrence(rest, said);
    if (taken === null) throw notACadence(text);
    ({ said, rest } = taken);
  } while (rest !== "");
  return said;
}

/** Spells words as the vocabulary has them: small letters, one blank between words, `per` for a slash, `biweekly` in one word. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|\s)\/\s*(?=[a-z])/g, "$1per ")
    .replace(/\b(bi|semi|half)[-_ ](?=[a-z])|\b(one)[-_ ](?=time|off)/g, "$1$2")
    .replace(/_/g, " ")
    .replace(/,(?=\s|$)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function notACadence(text: string): Refusal {
  return new Refusal("bad-cadence", `"${text}" is not a cadence`, `Write it like ${cadenceForms}.`);
}
