import { Buffer } from "node:buffer";
import type { CollectionName, Collections, Edit } from "../../domain/change.ts";
import { crc32 } from "../disk/crc32.ts";
import type { RawText } from "./record-lines.ts";

/** The collections kept in one file a month. */
export type MonthlyName = "confirmations" | "transactions";

/** Where each collection's view lies; `settings` has none, they are the user's own `config.json`. */
export const viewFolders = {
  payments: "payments",
  confirmations: "pay_confirm",
  transactions: "ledger",
} as const;

/** Where confirmations are looked up by their reference. */
export const referencesFolder = "references";

/** Where the stamps of months and references are kept. */
export const stampsFolder = "stamps";

/** The view of the registry. */
export const paymentsView = `${viewFolders.payments}/payments.json`;

/** What payments are found by, made from the registry's view whenever that is written. */
export const paymentIndex = `${viewFolders.payments}/index.jsonl`;

/** The view of a month: `pay_confirm/2026-01.jsonl`. A month is never the user's text but a part of a `Day`. */
export function monthView(name: MonthlyName, month: string): string {
  if (!/^\d{4}-\d{2}$/.test(month)) throw new TypeError(`not a month: ${month}`);
  return `${viewFolders[name]}/${month}.jsonl`;
}

/** The month of a view of `name`; null for another collection's view. */
export function monthOfView(name: MonthlyName, view: string): string | null {
  const folder = `${viewFolders[name]}/`;
  return view.startsWith(folder) ? view.slice(folder.length, -".jsonl".length) : null;
}

/** The shelf a view's stamp lies on: a year's for its months, one for all references; null for what `views.json` stamps. */
export function shelfOf(view: string): string | null {
  const [folder = "", name = ""] = view.split("/");
  if (folder === referencesFolder) return `${stampsFolder}/${referencesFolder}.jsonl`;
  if (folder === viewFolders.payments || folder === stampsFolder) return null;
  return `${stampsFolder}/${name.slice(0, 4)}.jsonl`;
}

/** Whether a view is a shelf of stamps. */
export function isShelf(view: string): boolean {
  return view.startsWith(`${stampsFolder}/`);
}

/** Where the references of confirmations are looked up: one of 64 files, so that each stays small. */
export function referenceView(key: string): string {
  const shard = crc32(Buffer.from(key)) & 63;
  return `${referencesFolder}/${String(shard).padStart(2, "0")}.jsonl`;
}

/** What the ids of a payment's reference begin with; the confirmation's own id follows. */
export function referenceKey(payment_id: string, ref: string): string {
  return `${payment_id} ${ref} `;
}

/** A view's file from its records' lines: one a line either way, the registry framed as one JSON object. */
export function frameView(view: string, lines: readonly RawText[]): RawText {
  return view === paymentsView
    ? `${registryOpening}${lines.join(registrySeparator)}\n]}\n`
    : `${lines.join("\n")}\n`;
}

/** What stands before the first payment of the registry's file. */
export const registryOpening = '{"payments":[\n';

/** What stands between two. */
export const registrySeparator = ",\n";

/** The view the record before or after an edit belongs in; null where there is none. */
export function viewOf(edit: Edit, side: "before" | "after"): string | null {
  switch (edit.collection) {
    case "payments":
      return edit[side] && paymentsView;
    case "confirmations": {
      const record = edit[side];
      return record && monthView("confirmations", (record.cycle ?? record.paid_on).slice(0, 7));
    }
    case "transactions": {
      const record = edit[side];
      return record && monthView("transactions", record.date.slice(0, 7));
    }
    case "settings":
      return null;
  }
}

/** A record as one line of JSON, what a search looks for first: its id, then the keys it is found by. */
export function recordText<Name extends CollectionName>(record: Collections[Name]): string {
  if (isInOrder(record)) return JSON.stringify(record);
  const lead: Record<string, unknown> = { id: record.id };
  const keys: Record<string, unknown> = { ...record };
  for (const key of leadKeys) if (key in keys) lead[key] = keys[key];
  return JSON.stringify({ ...lead, ...record });
}

/** Whether a record's keys stand as they should already, which nearly all do: putting them in order is slow. */
function isInOrder(record: object): boolean {
  const keys = Object.keys(record);
  const wanted = ["id", ...leadKeys.filter((key) => key in record)];
  return wanted.every((key, index) => keys[index] === key);
}

const leadKeys = ["payment_id", "name", "kind"] as const;
