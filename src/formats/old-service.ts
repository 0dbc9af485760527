import type { Instant } from "../domain/days/instant.ts";
import type { ForeignConfirmation, ForeignPayment, RefusedRow } from "../domain/imports/foreign.ts";
import { Refusal } from "../domain/refusal.ts";
import type { PaymentKind } from "../domain/registry/payment.ts";
import { confirmationFields, readForeignConfirmation } from "./foreign-confirmation.ts";
import { paymentFields, readForeignPayment } from "./foreign-payment.ts";
import type { ForeignFile } from "./import-file.ts";
import { readInstant } from "./instant.ts";
import type { JsonFile } from "./json-file.ts";

/**
 * Reads a file of the old service, told apart by its shape: `payments.json` and `subs.json` and
 * `confirmations.json` hold `items`, `bills.json` holds `bills`. Bills and subscriptions have no id and
 * no day of creation: they count from the day the file was written.
 */
export function readOldService(file: JsonFile, currency: string): ForeignFile {
  const [name, rows] = rowsOf(file);
  const refused: RefusedRow[] = [];
  const ignored = new Set<string>();
  const payments: ForeignPayment[] = [];
  const confirmations: ForeignConfirmation[] = [];
  const written_at = writtenAt(file.head);
  let index = 0;
  for (const row of rows) {
    const where = `${name}[${index}]`;
    index += 1;
    if (isConfirmation(row)) {
      noteUnknown(row, confirmationFields, ignored);
      const confirmation = readForeignConfirmation(row, where, refused);
      if (confirmation !== null) confirmations.push(confirmation);
      continue;
    }
    noteUnknown(row, paymentFields, ignored);
    const defaults = { kind: kindOf(name, row), currency, written_at };
    const payment = readForeignPayment(row, where, defaults, refused);
    if (payment !== null) payments.push(payment);
  }
  return { format: "old", payments, confirmations, refused, ignored: [...ignored] };
}

/** Whether an object has the shape of a file of the old service. */
export function isOldService({ head }: JsonFile): boolean {
  return "items" in head || "bills" in head;
}

function rowsOf(file: JsonFile): [string, Iterable<unknown>] {
  for (const name of ["bills", "items"]) {
    const rows = file.list(name);
    if (rows !== null) return [name, rows];
  }
  throw new Refusal(
    "bad-input-file",
    "the file has no list of items or bills",
    'A file of the old service is {"updated_at", "items": [...]}.',
  );
}

function writtenAt(content: object): Instant | null {
  const text = "updated_at" in content ? content.updated_at : null;
  return typeof text === "string" && text.trim() !== "" ? readInstant(text) : null;
}

function isConfirmation(row: unknown): boolean {
  return typeof row === "object" && row !== null && ("paid_on" in row || "payment_id" in row);
}

function kindOf(list: string, row: unknown): PaymentKind | null {
  if (list === "bills") return "bill";
  const isRenewed = typeof row === "object" && row !== null && "renewal_day" in row;
  return isRenewed ? "subscription" : null;
}

function noteUnknown(row: unknown, known: ReadonlySet<string>, ignored: Set<string>): void {
  if (typeof row !== "object" || row === null) return;
  for (const key of Object.keys(row)) if (!known.has(key)) ignored.add(key);
}
