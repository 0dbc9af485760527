import { Refusal } from "../domain/refusal.ts";

/** A list among the values of the outermost object: where it is in the text. */
export interface ListPlace {
  /** After its bracket. */
  readonly from: number;
  /** The commas between its elements. */
  readonly commas: readonly number[];
  /** Its closing bracket. */
  readonly to: number;
}

/** A JSON text taken apart: each list of its outermost object stands in the outline as its number. */
export interface ScannedJson {
  readonly outline: string;
  readonly lists: readonly ListPlace[];
}

/**
 * Finds the lists of the outermost object by counting brackets; whether all this is JSON is for the
 * parser to say. Refuses (`bad-input-file`) what is nested deeper than 32: it could be read, but never
 * be written again.
 */
export function scanJson(text: string): ScannedJson {
  const isObject = text.trimStart().startsWith("{");
  const lists: ListPlace[] = [];
  const outline: string[] = [];
  let written = 0;
  let open: { from: number; commas: number[] } | null = null;
  visitSigns(text, (code, at) => {
    if (code === openBracket && isObject) open = { from: at + 1, commas: [] };
    else if (open === null) return;
    else if (code === comma) open.commas.push(at);
    else {
      outline.push(text.slice(written, open.from), String(lists.length));
      lists.push({ ...open, to: at });
      written = at;
      open = null;
    }
  });
  outline.push(text.slice(written));
  return { outline: outline.join(""), lists };
}

const deepest = 32;

/** Visits the brackets around the values of the outermost object, and the commas right within those. */
function visitSigns(text: string, visit: (code: number, at: number) => void): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      continue;
    }
    const step = stepOf(code);
    depth += step;
    if (depth > deepest) throw tooDeep();
    const isSign = step !== 0 || code === comma;
    if (isSign && Math.max(depth, depth - step) === 2) visit(code, at);
  }
}

function stepOf(code: number): number {
  if (code === openBrace || code === openBracket) return 1;
  return code === closeBrace || code === closeBracket ? -1 : 0;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}

function tooDeep(): Refusal {
  return new Refusal(
    "bad-input-file",
    `the file is nested deeper than ${deepest} levels`,
    "Look for a { or a [ that is never closed.",
  );
}

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
