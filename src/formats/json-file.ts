import { Refusal } from "../domain/refusal.ts";
import { type ListPlace, scanJson } from "./scan-json.ts";

/** A JSON object from outside: its keys but the lists, and the lists, read an element at a time. */
export interface JsonFile {
  /** Every key; in place of a list there is one that stands for it. */
  readonly head: object;
  /** The elements of a list; null where the key holds none. May be read once or often. */
  list(name: string): Iterable<unknown> | null;
}

/**
 * Reads the text of a JSON object without ever holding all of it as values: a list of hundreds of
 * thousands is read as it is gone through. Refuses (`bad-input-file`) what is no JSON, naming the line;
 * what is nested deeper than 32; and what is no object.
 */
export function readJsonFile(text: string): JsonFile {
  const { outline, lists } = scanJson(text);
  const head: unknown = parsePart(outline, 0, outline);
  if (typeof head !== "object" || head === null || Array.isArray(head)) throw nothingKnown();
  return {
    head,
    list: (name) => {
      const value: unknown = Reflect.get(head, name);
      const place: unknown = Array.isArray(value) ? value[0] : undefined;
      const found = typeof place === "number" ? lists[place] : undefined;
      return found === undefined ? null : elementsOf(text, found);
    },
  };
}

/** What is refused where the whole file is of no kind that is known. */
export function nothingKnown(): Refusal {
  return new Refusal(
    "bad-input-file",
    "the file is nothing that can be imported",
    "Import an export of valhalla, a file of the old service, or a CSV with a line of column names.",
  );
}

function* elementsOf(text: string, { from, commas, to }: ListPlace): Generator<unknown> {
  if (commas.length === 0 && text.slice(from, to).trim() === "") return;
  let start = from;
  for (const end of commas) {
    yield parsePart(text.slice(start, end), start, text);
    start = end + 1;
  }
  yield parsePart(text.slice(start, to), start, text);
}

function parsePart(part: string, start: number, text: string): unknown {
  try {
    return JSON.parse(part);
  } catch (error) {
    throw new Refusal(
      "bad-input-file",
      `the file is not JSON${placeOf(error, part, start, text)}`,
      "Mend it there in an editor, or export it anew from where it came.",
    );
  }
}

/** The engine tells the position within the part, or nothing, in words that change from version to version. */
function placeOf(error: unknown, part: string, start: number, text: string): string {
  if (text.trim() === "") return ": it is empty";
  const message = error instanceof Error ? error.message : "";
  if (part === text && /end of JSON/.test(message)) return ": it ends too early";
  const [, digits = "0"] = /position (\d+)/.exec(message) ?? [];
  const blank = part.length - part.trimStart().length;
  const at = start + Math.max(Number(digits), blank);
  return ` at or after line ${text.slice(0, at).split("\n").length}`;
}
