import { cleanText } from "./clean-text.ts";
import { jsonText } from "./json.ts";

/** What is told of an error. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * `valhalla: there is no such payment`, and the hint under it; or the same as JSON. Of what is quoted, which may be an argument
 * of any length, only the beginning is told.
 */
export function toldText(told: Told, isJson: boolean): string {
  const { code } = told;
  const [message, hint] = [bounded(told.message), bounded(told.hint)];
  if (isJson) return jsonText({ error: { code, message, hint } });
  const hints = hint.split("\n").map(cleanText);
  return `${[`valhalla: ${cleanText(message)}`, ...hints].join("\n")}\n`;
}

function bounded(text: string): string {
  if (text.length <= longestQuote) return text;
  return text.replace(/"([^"]{80})[^"]{21,}"/gu, '"$1…"').replace(/^(.{1500}).+$/su, "$1…");
}

/** Shorter words quote nothing that would have to be cut. */
const longestQuote = 100;
