import { Refusal } from "../refusal.ts";

/** The longest text a record holds, in UTF-16 units. */
export const longestText = 500;

/** Checks a text for a record; refuses (`bad-value`) an empty name, one too long, and control characters but line breaks. */
export function checkedText(what: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > longestText) {
    throw new Refusal(
      "bad-value",
      `${what} is longer than ${longestText} characters`,
      `Shorten it: it has ${trimmed.length}.`,
    );
  }
  if (/[^\P{Cc}\n\t]|\p{Cs}/u.test(trimmed)) {
    throw new Refusal("bad-value", `${what} holds control characters`, "Type it as plain text.");
  }
  return trimmed;
}

/** The same, for a text that must say something on one line. */
export function checkedName(what: string, text: string): string {
  const name = checkedText(what, text).replace(/\s+/gu, " ");
  if (name !== "") return name;
  throw new Refusal("bad-value", `${what} is empty`, "Give at least one letter or digit.");
}
