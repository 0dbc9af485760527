import type * as z from "zod";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import { parseDueDay } from "../domain/days/due-day.ts";
import { canonicalRule } from "../domain/days/rule-parts.ts";
import type { Term } from "../domain/days/term.ts";
import type { RefusedRow } from "../domain/imports/foreign.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { exponentOf } from "../domain/money/currencies.ts";
import { minorOf, sumByCurrency } from "../domain/money/money.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { checkedTerm } from "../domain/registry/term-draft.ts";
import type { Setting } from "../domain/settings/setting.ts";
import { settingFault } from "../domain/settings/setting-table.ts";
import type { OwnFile } from "./import-file.ts";
import type { JsonFile } from "./json-file.ts";
import {
  confirmationRecord,
  paymentRecord,
  settingValue,
  transactionRecord,
} from "./own-records.ts";
import { beginRow } from "./row.ts";

/** The version of the shape that `export` writes and this reads. */
export const schemaVersion = 1;

/**
 * Reads an export of valhalla back into records. What it derived (`next_due`, `upcoming`, `amount_minor`)
 * is passed over; the rest must hold together: amounts of their currency, terms in order, balanced
 * transactions. Refuses an export of a newer version (`newer-format`).
 */
export function readOwnExport(file: JsonFile): OwnFile {
  refuseVersion(file.head);
  const refused: RefusedRow[] = [];
  return {
    format: "valhalla",
    payments: recordsOf(file, "payments", paymentRecord, checkPayment, refused),
    confirmations: recordsOf(file, "confirmations", confirmationRecord, checkConfirmation, refused),
    transactions: recordsOf(file, "transactions", transactionRecord, checkTransaction, refused),
    settings: settingsOf(file.head, refused),
    refused,
    ignored: [],
  };
}

function refuseVersion(content: object): void {
  const version = "schema_version" in content ? content.schema_version : null;
  if (version === schemaVersion) return;
  if (typeof version === "number" && version > schemaVersion) {
    throw new Refusal(
      "newer-format",
      `the export is of version ${version}, and this program reads ${schemaVersion}`,
      "Update valhalla first.",
    );
  }
  throw new Refusal(
    "bad-input-file",
    "the file says no schema_version that exports have",
    exportAnew,
  );
}

const exportAnew = "Export it anew: valhalla export -o books.json";

function recordsOf<Kept>(
  file: JsonFile,
  name: string,
  schema: z.ZodType<Kept>,
  check: (record: Kept) => void,
  refused: RefusedRow[],
): Kept[] {
  if (!(name in file.head)) return [];
  const rows = file.list(name);
  if (rows === null) throw new Refusal("bad-input-file", `${name} is no list`, exportAnew);
  const records: Kept[] = [];
  let index = 0;
  for (const row of rows) {
    const reading = beginRow(schema, row, `${name}[${index}]`, refused);
    index += 1;
    if (reading === null) continue;
    reading.field("", () => check(reading.raw), null);
    if (reading.isSound) records.push(reading.raw);
  }
  return records;
}

function settingsOf(content: object, refused: RefusedRow[]): Setting[] {
  const settings: unknown = Reflect.get(content, "settings") ?? {};
  if (typeof settings !== "object" || settings === null) {
    throw new Refusal("bad-input-file", "settings is no object", exportAnew);
  }
  return Object.entries(settings).flatMap(([id, value]) => {
    const reading = beginRow(settingValue, value, `settings.${id}`, refused);
    if (reading === null) return [];
    const fault = settingFault(id, reading.raw);
    if (fault === null) return [{ id, value: reading.raw }];
    refused.push({ where: `settings.${id}`, reason: fault });
    return [];
  });
}

function checkPayment(payment: Payment): void {
  const { currency, terms, late_fee } = payment;
  if (late_fee !== null) minorOf(late_fee, currency);
  for (const [index, term] of terms.entries()) {
    const before = terms[index - 1];
    if (before !== undefined && before.from >= term.from) {
      throw new Refusal(
        "damaged",
        `the term from ${term.from} is out of order`,
        "Put its terms in the order of their from.",
      );
    }
    checkTermOf(term, currency);
  }
  for (const { expected } of Object.values(payment.exceptions)) {
    if (expected !== undefined) minorOf(expected, currency);
  }
}

function checkTermOf(term: Term, currency: string): void {
  minorOf(term.amount, currency);
  if (term.amount_min !== null) minorOf(term.amount_min, currency);
  if (term.due_day !== null) parseDueDay(term.due_day, term.cadence);
  if (term.rule !== null) canonicalRule(term.rule);
  checkedTerm(term);
}

function checkConfirmation({ amount, expected, currency }: Confirmation): void {
  minorOf(amount, currency);
  if (expected !== null) minorOf(expected, currency);
}

function checkTransaction({ postings }: Transaction): void {
  for (const [currency, sum] of sumByCurrency(postings)) {
    if (sum !== 0)
      throw new Refusal(
        "damaged",
        `its postings in ${currency} do not balance`,
        "Make its postings in each currency add up to zero.",
      );
    exponentOf(currency);
  }
}
