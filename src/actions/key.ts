import type { Change } from "../domain/change.ts";
import { isSameRecord } from "../domain/history/undo.ts";
import { Refusal } from "../domain/refusal.ts";
import type { KeyedLine } from "../store/store.ts";
import type { Said } from "./input.ts";

/** A key, and what it stands for: one action with what was said to it, before anything usual is filled in. */
export interface Keyed {
  readonly key: string;
  readonly action: string;
  readonly input: Said;
}

/** A key as it was given; refuses (`bad-value`) one that is empty, too long, or has blanks. */
export function checkedKey(text: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(text)) return text;
  throw new Refusal(
    "bad-value",
    `"${text}" is no key`,
    "A key is 1 to 200 letters, digits and signs without blanks, such as rent-2026-03.",
  );
}

/** The change to be kept under a key, with what was asked and, unless it is too long, the answer. */
export function keptUnder({ key, ...asked }: Keyed, change: Change, answer: unknown): Change {
  const isShort = JSON.stringify(answer).length <= longestAnswer;
  return { ...change, key, meta: { ...change.meta, asked, ...(isShort && { answer }) } };
}

/** In characters of its JSON. */
const longestAnswer = 65_536;

/** Refuses (`key-reused`) what is asked under a key that was used for something else. */
export function refuseReused({ key, action, input }: Keyed, { meta, seq }: KeyedLine): void {
  if (isSameRecord(meta["asked"], JSON.parse(JSON.stringify({ action, input })))) return;
  throw new Refusal(
    "key-reused",
    `the key ${key} was used for something else, in change ${seq}`,
    `See it: valhalla audit show ${seq}. Another change takes another key.`,
  );
}
