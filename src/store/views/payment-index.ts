import { folded } from "../../domain/registry/find-payment.ts";
import {
  decodeRaw,
  encodeRaw,
  lineStarting,
  linesContaining,
  parseLines,
  type RawText,
} from "./record-lines.ts";
import type { IndexEntry } from "./snapshot.ts";
import type { ViewText } from "./view-reading.ts";
import { registryOpening, registrySeparator } from "./view-table.ts";

/** A line of `payments/index.jsonl`: what a payment is found by, and where its record lies in `payments.json`. */
export interface PlacedEntry extends IndexEntry {
  /** The name as it is compared. */
  readonly folded: string;
  /** In bytes. */
  readonly at: number;
  readonly length: number;
}

/** The index of a registry, from its lines as `frameView` frames them. */
export function indexLines(registry: readonly RawText[]): RawText[] {
  let at = registryOpening.length;
  return registry.map((line) => {
    const { id, name, kind } = beginningOf(line);
    const entry: PlacedEntry = { id, name, kind, folded: folded(name), at, length: line.length };
    at += line.length + registrySeparator.length;
    return encodeRaw(JSON.stringify(entry));
  });
}

/** Every payment of an index, in the order of the registry. */
export function entriesIn({ raw, isAscii }: ViewText): PlacedEntry[] {
  return parseLines(isAscii ? raw : decodeRaw(raw));
}

/** At least those payments that a text may mean, without reading the others. */
export function entriesHolding({ raw }: ViewText, text: string): PlacedEntry[] {
  const spellings = new Set([text, folded(text)]);
  spellings.delete("");
  const lines = [...spellings].flatMap((each) => [
    ...linesContaining(raw, encodeRaw(JSON.stringify(each).slice(1, -1))),
  ]);
  return [...new Set(lines)].map(entryOf);
}

/** The payment with that id; null where there is none. */
export function entryWithId({ raw }: ViewText, id: string): PlacedEntry | null {
  const line = lineStarting(raw, encodeRaw(`{"id":${JSON.stringify(id)},`));
  return line === null ? null : entryOf(line);
}

/** The keys a payment's line begins with, read as JSON by themselves where nothing in them is escaped. */
function beginningOf(line: RawText): IndexEntry {
  const [beginning] = /^\{"id":"[^"\\]*","name":"[^"\\]*","kind":"\w+"/.exec(line) ?? [];
  return JSON.parse(decodeRaw(beginning === undefined ? line : `${beginning}}`));
}

function entryOf(line: RawText): PlacedEntry {
  return JSON.parse(decodeRaw(line));
}
