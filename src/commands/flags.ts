import { addDays, type Day, parseDay } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import type { Call } from "./call.ts";

/** Reads a day flag: `YYYY-MM-DD`, `today`, `yesterday` or `tomorrow`; refuses (`bad-day`) anything else. */
export function dayFlag(call: Call): (text: string) => Day {
  return (text) => {
    const steps = { yesterday: -1, today: 0, tomorrow: 1 }[text];
    return steps === undefined ? parseDay(text) : addDays(call.context.clock.today(), steps);
  };
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

/** Reads one of a few words; refuses (`bad-value`, or the code given) any other, naming the nearest. */
export function choiceFlag<Choice extends string>(
  flag: string,
  choices: readonly Choice[],
  code: "bad-value" | "bad-cadence" = "bad-value",
): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text.toLowerCase());
    if (found !== undefined) return found;
    const [meant] = nearest(text, choices);
    throw new Refusal(
      code,
      `${flag} does not know "${text}"`,
      `${meant === undefined ? "" : `Did you mean ${meant}? `}It takes: ${choices.join(", ")}.`,
    );
  };
}

/** Collects a flag that may be given several times, in order. */
export function listFlag(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}
