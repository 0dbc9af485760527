import { Buffer } from "node:buffer";
import type { Edit } from "../../domain/change.ts";
import {
  type CollectionName,
  type Collections,
  collectionNames,
  collections,
  isKept,
  monthOfRecord,
  type NamesKept,
  namesKept,
} from "../../domain/collections.ts";
import { crc32 } from "../disk/checksum.ts";
import type { RawText } from "./record-lines.ts";

/** The folders that are not called like their collection: release 0.1.0 named them. */
const olderFolders: Partial<Record<CollectionName, string>> = {
  confirmations: "pay_confirm",
  transactions: "ledger",
};

/** The folder of a collection's view. */
export function folderOf(name: CollectionName): string {
  return olderFolders[name] ?? name;
}

/** The view of a collection that is kept in one file: `payments/payments.json`. */
export function fileView(name: NamesKept<"list" | "one">): string {
  return `${folderOf(name)}/${name}.json`;
}

/** The view of a month: `pay_confirm/2026-01.jsonl`. A month is never the user's text but a part of a `Day`. */
export function monthView(name: NamesKept<"month">, month: string): string {
  if (!/^\d{4}-\d{2}$/.test(month)) throw new TypeError(`not a month: ${month}`);
  return `${folderOf(name)}/${month}.jsonl`;
}

/** The month of a view of `name`; null for another collection's view. */
export function monthOfView(name: NamesKept<"month">, view: string): string | null {
  const folder = `${folderOf(name)}/`;
  return view.startsWith(folder) ? view.slice(folder.length, -".jsonl".length) : null;
}

/** The view that the record before or after an edit belongs in; null where there is none. */
export function viewOf(edit: Edit, side: "before" | "after"): string | null {
  const record = edit[side];
  return record === null ? null : viewOfRecord(edit.collection, record);
}

function viewOfRecord(name: CollectionName, record: Collections[CollectionName]): string | null {
  if (isKept(name, "month")) return monthView(name, monthOfRecord(name, record as never));
  return isKept(name, "list") || isKept(name, "one") ? fileView(name) : null;
}

/** The folder of what single questions need; everything in it is made from the journal. */
export const lookupsFolder = "lookups";

/** What payments are found by, and where in their view each lies; made whenever that is written. */
export const namesLookup = `${lookupsFolder}/names.jsonl`;

/** What is open of each payment. */
export const openLookup = `${lookupsFolder}/open.jsonl`;

/** The confirmations of a payment, by the year of their cycle and the year they were paid: 32 files a year, so that each stays small. */
export function paidLookup(payment_id: string, year: number): string {
  const shard = crc32(Buffer.from(payment_id)) & 31;
  return `${paidFolder}/${year}-${String(shard).padStart(2, "0")}.jsonl`;
}

/** The year of a lookup of confirmations; null for another view. */
export function yearOfPaidLookup(view: string): number | null {
  return view.startsWith(`${paidFolder}/`)
    ? Number(view.slice(paidFolder.length + 1, -"-00.jsonl".length))
    : null;
}

const paidFolder = `${lookupsFolder}/paid`;

/** The line that was kept under an idempotency key: 64 files. */
export function keyLookup(key: string): string {
  const shard = crc32(Buffer.from(key)) & 63;
  return `${keysFolder}/${String(shard).padStart(2, "0")}.jsonl`;
}

const keysFolder = `${lookupsFolder}/keys`;

/** Every folder of views. */
export const viewFolders: readonly string[] = [
  ...collectionNames.filter((name) => collections[name].keep.as !== "settings").map(folderOf),
  ...[lookupsFolder, paidFolder, keysFolder],
];

/** Whether a view is the only file of a list, which stays when it is empty. */
export function isListView(view: string): boolean {
  return listViews.has(view);
}

/** A view's file from its records' lines: one a line either way, a list framed as one JSON object. */
export function frameView(view: string, lines: readonly RawText[]): RawText {
  const name = listViews.get(view);
  if (name === undefined) return `${lines.join("\n")}\n`;
  return `${listOpening(name)}${lines.join(listSeparator)}\n]}\n`;
}

/** What stands before the first record of a list's file. */
export function listOpening(name: string): string {
  return `{${JSON.stringify(name)}:[\n`;
}

/** What stands between two. */
export const listSeparator = ",\n";

/** A record as one line of JSON, its keys in the order of its collection; the id is the first. */
export function recordText<Name extends CollectionName>(
  name: Name,
  record: Collections[Name],
): string {
  const keys = keyOrders.get(name) ?? [];
  const isInOrder = Object.keys(record).every((key, at) => keys[at] === key);
  if (isInOrder) return JSON.stringify(record);
  const ordered: Record<string, unknown> = {};
  for (const key of [...keys, ...Object.keys(record)]) {
    if (key in record) ordered[key] = Reflect.get(record, key);
  }
  return JSON.stringify(ordered);
}

const keyOrders = new Map(
  collectionNames.map((name) => [name as CollectionName, Object.keys(collections[name].keys)]),
);

const listViews = new Map(namesKept("list").map((name) => [fileView(name), name]));
