import { findMonthPosition, printMonthPosition } from "./month-position.ts";

/**
 * Reads words for one place in the month or two, and gives them as they are kept: `15th`, `1 and 15`, `last day`,
 * `last friday of the month`, `15,last`; null where they are no such words. Refuses (`bad-cadence`) a place that not
 * every month has, such as `5th friday` and `32nd`.
 */
export function placesNamed(text: string): string | null {
  const words = text.replace(/(?: of)? (?:the|a|every|each) month$/, "").split(/,| and /);
  const places = words.map(findMonthPosition).filter((place) => place !== null);
  if (places.length < words.length || places.length > 2) return null;
  return places.map(printMonthPosition).join(",");
}
