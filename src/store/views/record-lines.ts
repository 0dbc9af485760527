import { Buffer } from "node:buffer";

/**
 * The lines of a view as they lie on disk, one character a byte ("raw"): searching needs no decoding, and a line costs
 * something only when it is read as a record.
 */
export type RawText = string;

/** Bytes as raw text. */
export function rawOf(bytes: Uint8Array): RawText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

/** Raw text as the bytes of a file. */
export function bytesOf(raw: RawText): Buffer {
  return Buffer.from(raw, "latin1");
}

/** A string as the raw text a file would hold. */
export function encodeRaw(text: string): RawText {
  return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

/** Raw text as the string it stands for. */
export function decodeRaw(raw: RawText): string {
  return isAscii(raw) ? raw : Buffer.from(raw, "latin1").toString("utf8");
}

/** The records of a view, a raw line each, without newline or comma; what frames them is left out. */
export function* recordLines(text: RawText): Generator<RawText> {
  let start = text.startsWith(opening) ? 0 : text.indexOf(`\n${opening}`) + 1;
  const isEmpty = start === 0 && !text.startsWith(opening);
  while (!isEmpty && start < text.length) {
    const end = endOfLine(text, start);
    if (!text.startsWith(opening, start)) return;
    yield lineAt(text, start, end);
    start = end + 1;
  }
}

/** Only those lines that hold some text, which is searched for as it stands in the file. */
export function* linesContaining(text: RawText, wanted: RawText): Generator<RawText> {
  let hit = text.indexOf(wanted);
  // Nothing is found everywhere, behind the end too.
  while (hit >= 0 && hit < text.length) {
    const start = text.lastIndexOf("\n", hit) + 1;
    const end = endOfLine(text, hit);
    if (text.startsWith(opening, start)) yield lineAt(text, start, end);
    hit = text.indexOf(wanted, end + 1);
  }
}

/** The first line that begins with some text; null where there is none. */
export function lineStarting(text: RawText, wanted: RawText): RawText | null {
  const start = text.startsWith(wanted) ? 0 : text.indexOf(`\n${wanted}`) + 1;
  const isFound = start > 0 || text.startsWith(wanted);
  return isFound ? lineAt(text, start, endOfLine(text, start)) : null;
}

/** The records of a whole text of lines, decoded, parsed in one go. */
export function parseLines<Line>(text: string): Line[] {
  return JSON.parse(`[${text.trimEnd().replaceAll("\n", ",")}]`);
}

/** The id of a record's line. */
export function idOf(line: RawText): string {
  const end = line.indexOf('"', opening.length);
  const id = line.slice(opening.length, end);
  return id.includes("\\") ? JSON.parse(decodeRaw(line)).id : decodeRaw(id);
}

/** Every record's line begins so. */
const opening = '{"id":"';

function endOfLine(text: RawText, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function lineAt(text: RawText, start: number, end: number): RawText {
  return text.slice(start, text[end - 1] === "," ? end - 1 : end);
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is meant to start at zero.
  return !/[^\x00-\x7f]/.test(text);
}
