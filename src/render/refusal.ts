import { cleanText } from "./clean-text.ts";
import { jsonText } from "./json.ts";

/** What is told of an error. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** `valhalla: there is no such payment`, and the hint under it; or the same as JSON. */
export function toldText({ code, message, hint }: Told, isJson: boolean): string {
  if (isJson) return jsonText({ error: { code, message, hint } });
  const hints = hint.split("\n").map(cleanText);
  return `${[`valhalla: ${cleanText(message)}`, ...hints].join("\n")}\n`;
}
