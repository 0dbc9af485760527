import { addDays, type Day, parseDay } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";

/** One thing an action can be told: how it is read, and its shape for those who show it. */
export interface Field<Value> {
  readonly shape: Shape;
  /** Reads what was said; `flag` is what a refusal calls it. */
  read(said: unknown, flag: string, today: () => Day): Value;
}

/** The shape of what can be said, for schemas. */
export type Shape =
  | { readonly is: "text" }
  | { readonly is: "texts" }
  | { readonly is: "day" }
  | { readonly is: "yes-or-no" }
  | { readonly is: "whole-number"; readonly least: number; readonly most: number }
  | { readonly is: "choice"; readonly of: readonly string[] };

/** Any text, as it was said. */
export const text: Field<string> = {
  shape: { is: "text" },
  read: (said, flag) => {
    if (typeof said === "string") return said;
    throw notTaken(flag, said, "Give it a text.");
  },
};

/** A text, or null for an empty one, which takes a thing away. */
export const textOrNothing: Field<string | null> = {
  shape: { is: "text" },
  read: (said, flag, today) => text.read(said, flag, today) || null,
};

/** Several texts, in order; empty ones say that there is none. */
export const texts: Field<readonly string[]> = {
  shape: { is: "texts" },
  read: (said, flag, today) => {
    if (!Array.isArray(said)) throw notTaken(flag, said, "Give it a list of texts.");
    return said.map((each) => text.read(each, flag, today)).filter((each) => each !== "");
  },
};

/** True or false. */
export const yesOrNo: Field<boolean> = {
  shape: { is: "yes-or-no" },
  read: (said, flag) => {
    if (typeof said === "boolean") return said;
    throw notTaken(flag, said, "Give it true or false.");
  },
};

/** A day: `YYYY-MM-DD`, `today`, `yesterday` or `tomorrow`; refuses (`bad-day`) anything else. */
export const day: Field<Day> = {
  shape: { is: "day" },
  read: (said, flag, today) => {
    const word = text.read(said, flag, today);
    const steps = { yesterday: -1, today: 0, tomorrow: 1 }[word];
    return steps === undefined ? parseDay(word) : addDays(today(), steps);
  },
};

/** A whole number between two bounds, both included; refuses (`bad-value`) anything else. */
export function wholeNumber(least: number, most: number): Field<number> {
  return {
    shape: { is: "whole-number", least, most },
    read: (said, flag) => {
      const number = typeof said === "string" && /^\d{1,9}$/.test(said) ? Number(said) : said;
      if (typeof number === "number" && Number.isInteger(number)) {
        if (number >= least && number <= most) return number;
      }
      throw notTaken(flag, said, `Give it a whole number from ${least} to ${most}.`);
    },
  };
}

/** One of a few words; refuses (`bad-value`, or the code given) any other, naming the nearest. */
export function choice<Choice extends string>(
  choices: readonly Choice[],
  code: "bad-value" | "bad-cadence" = "bad-value",
): Field<Choice> {
  return {
    shape: { is: "choice", of: choices },
    read: (said, flag) => {
      const word = String(said);
      const found = choices.find((each) => each === word.toLowerCase());
      if (found !== undefined) return found;
      const [meant] = nearest(word, choices);
      const hint = `${meant === undefined ? "" : `Did you mean ${meant}? `}It takes: ${choices.join(", ")}.`;
      throw new Refusal(code, `${flag} does not know "${word}"`, hint);
    },
  };
}

function notTaken(flag: string, said: unknown, hint: string): Refusal {
  const shown = typeof said === "string" ? said : JSON.stringify(said);
  return new Refusal("bad-value", `${flag} does not take "${shown}"`, hint);
}
