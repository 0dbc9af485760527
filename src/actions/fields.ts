import type { Day } from "../domain/days/calendar.ts";
import { parseDayPhrase } from "../domain/days/parse-day-phrase.ts";
import { readDay, readPaidDay } from "../domain/days/read-day.ts";
import type { RecurrenceSaid } from "../domain/days/recurrence-phrases.ts";
import { readRecurrence } from "../domain/days/recurrence-words.ts";
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
  | { readonly is: "or-nothing"; readonly of: Shape }
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

/** What another field takes, or null for an empty text, which takes a thing away. */
export function orNothing<Value>(field: Field<Value>): Field<Value | null> {
  return {
    shape: { is: "or-nothing", of: field.shape },
    read: (said, flag, today) => (said === "" ? null : field.read(said, flag, today)),
  };
}

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

/** A day as a person writes it; of several that are meant, the first from today on. Refuses (`bad-day`) what is none. */
export const day: Field<Day> = {
  shape: { is: "day" },
  read: (said, flag, today) =>
    readDay(text.read(said, flag, today), { today: today(), direction: "future" }),
};

/** The day something was paid: the latest that is meant up to today, or `due`, the day its cycle is due. */
export const paidDay: Field<Day | "due"> = {
  shape: { is: "day" },
  read: (said, flag, today) => readPaidDay(text.read(said, flag, today), today()),
};

/** The name of a cycle, as it was said: which one it means, only the action can tell, which knows the payment. */
export const cycle: Field<string> = {
  shape: { is: "day" },
  read: (said, flag, today) => {
    const name = text.read(said, flag, today);
    parseDayPhrase(name);
    return name;
  },
};

/** How often, in the one vocabulary of cadences: `monthly`, `every other friday`; refuses (`bad-cadence`) anything else. */
export const cadenceWords: Field<RecurrenceSaid> = {
  shape: { is: "text" },
  read: (said, flag, today) => readRecurrence(text.read(said, flag, today)),
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

/** One of a few words; refuses (`bad-value`) any other, naming the nearest. */
export function choice<Choice extends string>(choices: readonly Choice[]): Field<Choice> {
  return {
    shape: { is: "choice", of: choices },
    read: (said, flag) => {
      const word = String(said);
      const found = choices.find((each) => each === word.toLowerCase());
      if (found !== undefined) return found;
      const [meant] = nearest(word, choices);
      const hint = `${meant === undefined ? "" : `Did you mean ${meant}? `}It takes: ${choices.join(", ")}.`;
      throw new Refusal("bad-value", `${flag} does not know "${word}"`, hint);
    },
  };
}

function notTaken(flag: string, said: unknown, hint: string): Refusal {
  const shown = typeof said === "string" ? said : JSON.stringify(said);
  return new Refusal("bad-value", `${flag} does not take "${shown}"`, hint);
}
