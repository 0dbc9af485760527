import * as z from "zod";
import { type Day, parseDay } from "../domain/days/calendar.ts";
import { collectRefusal } from "../domain/imports/collect-refusal.ts";
import type { RefusedRow } from "../domain/imports/foreign.ts";
import { Refusal } from "../domain/refusal.ts";

/** Control characters but tabs and line breaks, and halves of characters that UTF-8 cannot write. */
const controls = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/** A text of at most 500 characters that the home takes. */
export const shortText = z
  .string("must be text")
  .max(500, "is longer than 500 characters")
  .refine((text) => !controls.test(text), "holds control characters");

/** An id from elsewhere: letters, digits and `.` `_` `:` `-`, at most 64. */
export const foreignId = z
  .string("must be text")
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
    "is no id: letters, digits and . _ : - only, at most 64",
  );

/** An amount as a number or as text. */
export const foreignAmount = z.union([z.number(), shortText], "must be an amount");

/** True, false, or a word for them. */
export const foreignFlag = z.union([z.boolean(), shortText], "must be true or false");

/** A number, or text. */
export const foreignCount = z.union([z.number(), shortText], "must be a number");

/** The reading of one row: what is wrong is collected, so that all of it can be said at once. */
export interface RowReading<Raw> {
  readonly raw: Raw;
  /** Reads one field; a refusal is collected under its name and `otherwise` stands in. */
  field<Value, Instead>(name: string, read: () => Value, otherwise: Instead): Value | Instead;
  /** Whether nothing was wrong so far. */
  readonly isSound: boolean;
}

/** Checks the shape of a row and begins to read it; null, with the reasons in `refused`, when it has another shape. */
export function beginRow<Raw>(
  schema: z.ZodType<Raw>,
  row: unknown,
  where: string,
  refused: RefusedRow[],
): RowReading<Raw> | null {
  const parsed = schema.safeParse(row);
  if (!parsed.success) {
    refused.push(
      ...parsed.error.issues.map((issue) => ({
        where: placeOf(where, issue.path),
        reason: issue.message,
      })),
    );
    return null;
  }
  const before = refused.length;
  return {
    raw: parsed.data,
    field: (name, read, otherwise) =>
      collectRefusal(placeOf(where, [name]), refused, read, otherwise),
    get isSound() {
      return refused.length === before;
    },
  };
}

/** A day, or null where there is nothing or an empty text. */
export function dayOrNull(text: string | null | undefined): Day | null {
  return isNothing(text) ? null : parseDay(text.trim());
}

/** The text without space around, or null where nothing is left. */
export function textOrNull(text: string | null | undefined): string | null {
  return isNothing(text) ? null : text.trim();
}

/** Reads true/false, yes/no and 1/0; nothing is `otherwise`. */
export function flagOf<Otherwise>(
  value: boolean | string | null | undefined,
  otherwise: Otherwise,
): boolean | Otherwise {
  if (typeof value === "boolean") return value;
  if (isNothing(value)) return otherwise;
  const word = value.trim().toLowerCase();
  if (["true", "yes", "y", "1"].includes(word)) return true;
  if (["false", "no", "n", "0"].includes(word)) return false;
  throw new Refusal(
    "bad-input-file",
    `"${value}" is neither true nor false`,
    "Give true or false, or nothing.",
  );
}

/** Finds a word among those there are, whatever its case; refuses another, naming them. */
export function wordOf<Word extends string>(text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal(
    "bad-input-file",
    `"${text}" is none of ${words.join(", ")}`,
    `Give one of those, such as ${words[0]}.`,
  );
}

function isNothing(text: string | null | undefined): text is null | undefined | "" {
  return text === null || text === undefined || text.trim() === "";
}

function placeOf(where: string, path: readonly PropertyKey[]): string {
  const field = path.map(String).join(".");
  if (field === "") return where;
  return where.startsWith("line ") ? `${where}, ${field}` : `${where}.${field}`;
}
