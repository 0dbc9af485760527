import { textWidth } from "./text-width.ts";

/**
 * The text, cut with an ellipsis where it is wider than so many columns of a terminal; what a reader takes for one
 * character is never cut in two.
 */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  let room = width - 1;
  for (const character of charactersOf(text)) {
    room -= textWidth(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `Intl` is slow to load, so it is left to the texts that need it. */
function charactersOf(text: string): Iterable<string> {
  if (/^[ -~]*$/.test(text)) return text;
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
