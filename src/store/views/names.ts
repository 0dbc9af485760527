import { folded } from "../../domain/registry/find-payment.ts";
import { crc32 } from "../disk/checksum.ts";
import type { PaymentName } from "../snapshot.ts";
import { listOpening, listSeparator } from "./layout.ts";
import {
  bytesOf,
  decodeRaw,
  encodeRaw,
  lineStarting,
  linesContaining,
  parseLines,
  type RawText,
} from "./record-lines.ts";
import type { ViewText } from "./views.ts";

/** A line of the lookup of names: what a payment is found by, and where its record lies in `payments.json`. */
export interface PlacedName extends PaymentName {
  /** The name as it is compared. */
  readonly folded: string;
  /** In bytes. */
  readonly at: number;
  readonly length: number;
  /** CRC-32 of the record. */
  readonly crc: number;
}

/** The lookup of a registry, from its lines as `frameView` frames them. */
export function nameLines(registry: readonly RawText[]): RawText[] {
  let at = listOpening("payments").length;
  return registry.map((line) => {
    const { id, name, kind } = beginningOf(line);
    const { length } = line;
    const entry: PlacedName = {
      ...{ id, name, kind, folded: folded(name) },
      ...{ at, length, crc: crc32(bytesOf(line)) },
    };
    at += length + listSeparator.length;
    return encodeRaw(JSON.stringify(entry));
  });
}

/** Every payment of a lookup, in the order of the registry. */
export function namesIn({ raw, isAscii }: ViewText): PlacedName[] {
  return parseLines(isAscii ? raw : decodeRaw(raw));
}

/** At least those payments that a text may mean, without reading the others. */
export function namesHolding({ raw }: ViewText, text: string): PlacedName[] {
  const spellings = new Set([text, folded(text)]);
  spellings.delete("");
  const lines = [...spellings].flatMap((each) => [
    ...linesContaining(raw, encodeRaw(JSON.stringify(each).slice(1, -1))),
  ]);
  return [...new Set(lines)].map(nameOf);
}

/** The payment with that id; null where there is none. */
export function nameWithId({ raw }: ViewText, id: string): PlacedName | null {
  const line = lineStarting(raw, encodeRaw(`{"id":${JSON.stringify(id)},`));
  return line === null ? null : nameOf(line);
}

/** The keys a payment's line begins with, read as JSON by themselves where nothing in them is escaped. */
function beginningOf(line: RawText): PaymentName {
  const [beginning] = /^\{"id":"[^"\\]*","name":"[^"\\]*","kind":"\w+"/.exec(line) ?? [];
  return JSON.parse(decodeRaw(beginning === undefined ? line : `${beginning}}`));
}

function nameOf(line: RawText): PlacedName {
  return JSON.parse(decodeRaw(line));
}
