import type { Day } from "../domain/days/calendar.ts";
import { parseDayPhrase } from "../domain/days/parse-day-phrase.ts";
import { readDay, readPaidDay } from "../domain/days/read-day.ts";
import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import type { Call } from "./call.ts";

/** Reads a day by the grammar of days (`help days`): of several, the first from today on. */
export function dayFlag(call: Call): (text: string) => Day {
  return (text) => readDay(text, { today: call.context.clock.today(), direction: "future" });
}

/** Reads the day something was paid: `due`, or of several days the latest up to today. */
export function paidDayFlag(call: Call): (text: string) => Day | "due" {
  return (text) => readPaidDay(text, call.context.clock.today());
}

/** Checks that a text is a day; the action, which knows the payment, tells which cycle it names. */
export function cycleFlag(text: string): string {
  parseDayPhrase(text);
  return text;
}

/** Reads a whole number between two bounds, both included; refuses (`bad-value`) anything else. */
export function wholeNumberFlag(
  flag: string,
  least: number,
  most: number,
): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new Refusal(
      "bad-value",
      `${flag} does not take "${text}"`,
      `Give it a whole number from ${least} to ${most}.`,
    );
  };
}

/** Reads one of a few words; refuses (`bad-value`) any other, naming the nearest. */
export function choiceFlag<Choice extends string>(
  flag: string,
  choices: readonly Choice[],
): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found !== undefined) return found;
    const [meant] = nearest(text, choices);
    throw new Refusal(
      "bad-value",
      `${flag} does not know "${text}"`,
      `${meant === undefined ? "" : `Did you mean ${meant}? `}It takes: ${choices.join(", ")}.`,
    );
  };
}

/** Collects a flag that may be given several times, in order. */
export function listFlag(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}
