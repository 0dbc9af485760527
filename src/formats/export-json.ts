import { escapeControls } from "../domain/words/escape-controls.ts";
import type { ExportSection } from "./export-section.ts";

/** One JSON object: the keys of `head`, a list for each section with a record a line, the keys of `tail`. */
export function jsonDocument(
  head: object,
  sections: readonly ExportSection[],
  tail: object,
): Generator<string> {
  return inPieces(documentOf(head, sections, tail));
}

/** One JSON list, a record a line. */
export function jsonList({ rows }: ExportSection): Generator<string> {
  return inPieces(listOf(rows, "\n"));
}

/** JSON Lines: a record a line, each with its `type` before its own keys. */
export function jsonLines(sections: readonly ExportSection[]): Generator<string> {
  return inPieces(linesOf(sections));
}

function* documentOf(
  head: object,
  sections: readonly ExportSection[],
  tail: object,
): Generator<string> {
  yield `${keysOf(head)},`;
  for (const { name, rows } of sections) {
    yield `${JSON.stringify(name)}:`;
    yield* listOf(rows, ",");
  }
  yield `${keysOf(tail).slice(1)}}\n`;
}

function* linesOf(sections: readonly ExportSection[]): Generator<string> {
  for (const { type, rows } of sections) {
    for (const row of rows) yield `${JSON.stringify({ type, ...row })}\n`;
  }
}

function* listOf(rows: Iterable<object>, end: string): Generator<string> {
  let separator = "[\n";
  for (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ",\n";
  }
  yield (separator === "[\n" ? "[]" : "\n]") + end;
}

/** The object without its closing brace. */
function keysOf(values: object): string {
  return JSON.stringify(values).slice(0, -1);
}

/** Puts short texts together and escapes what a terminal would obey: for each record by itself both would cost more than the record. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < charactersAtATime) continue;
    yield escapeControls(piece);
    piece = "";
  }
  if (piece !== "") yield escapeControls(piece);
}

const charactersAtATime = 65_536;
