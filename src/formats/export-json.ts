import { escapeControls } from "../domain/words/escape-controls.ts";
import type { ExportSection } from "./export-section.ts";

/** One JSON object: the keys of `head`, a list for each section with a record a line, the keys of `tail`. */
export function* jsonDocument(
  head: object,
  sections: readonly ExportSection[],
  tail: object,
): Generator<string> {
  yield `${keysOf(head)},`;
  for (const { name, rows } of sections) {
    yield `${JSON.stringify(name)}:`;
    yield* listOf(rows);
    yield ",";
  }
  yield `${keysOf(tail).slice(1)}}\n`;
}

/** One JSON list, a record a line. */
export function* jsonList({ rows }: ExportSection): Generator<string> {
  yield* listOf(rows);
  yield "\n";
}

/** JSON Lines: a record a line, each with its `type` before its own keys. */
export function* jsonLines(sections: readonly ExportSection[]): Generator<string> {
  for (const { type, rows } of sections) {
    for (const row of rows) yield `${escapeControls(JSON.stringify({ type, ...row }))}\n`;
  }
}

function* listOf(rows: Iterable<object>): Generator<string> {
  let separator = "[\n";
  for (const row of rows) {
    yield separator + escapeControls(JSON.stringify(row));
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** The object without its closing brace. */
function keysOf(values: object): string {
  return escapeControls(JSON.stringify(values)).slice(0, -1);
}
