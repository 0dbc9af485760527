import type { Style } from "./style.ts";
import { textWidth } from "./text-width.ts";

/**
 * A text that begins `indent` columns in. On a terminal it is broken at blanks where the line ends, and goes on under
 * its beginning; a word that is too long for a line is left whole, and so is everything that is piped.
 */
export function hangingText(text: string, indent: number, style: Style): string {
  const room = Math.max(style.columns - indent, leastRoom);
  if (!style.isTerminal || textWidth(text) <= room) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer) > room) {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** On a terminal narrower than this past the indent, lines are left to break where they may. */
const leastRoom = 20;
