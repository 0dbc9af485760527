import { escapeControls } from "../domain/words/escape-controls.ts";

/**
 * The one JSON spelling of an outcome: one line, keys as they are kept. What `JSON.stringify` leaves raw and a
 * terminal would obey (DEL, C1, bidirectional controls) is escaped.
 */
export function jsonText(outcome: unknown): string {
  return `${escapeControls(JSON.stringify(outcome))}\n`;
}

/** The same text in pieces: a list of a hundred thousand is never held as one string. */
export function* jsonChunks(outcome: unknown): Generator<string> {
  if (!Array.isArray(outcome) || outcome.length <= rowsAtATime) {
    yield jsonText(outcome);
    return;
  }
  for (let start = 0; start < outcome.length; start += rowsAtATime) {
    const rows = JSON.stringify(outcome.slice(start, start + rowsAtATime)).slice(1, -1);
    yield `${start === 0 ? "[" : ","}${escapeControls(rows)}`;
  }
  yield "]\n";
}

const rowsAtATime = 500;
