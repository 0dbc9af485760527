import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { ForeignConfirmation, ForeignPayment, RefusedRow } from "../domain/imports/foreign.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Setting } from "../domain/settings/setting.ts";

/** What an input file holds, read: rows of another program, or records of our own. */
export type ImportFile = ForeignFile | OwnFile;

/** Rows of the old service or of a CSV, which are made records on the way in. */
export interface ForeignFile extends Findings {
  readonly format: "old" | "csv";
  readonly payments: readonly ForeignPayment[];
  readonly confirmations: readonly ForeignConfirmation[];
}

/** Whole records, as `export` wrote them, which come in as they are. */
export interface OwnFile extends Findings {
  readonly format: "valhalla";
  readonly payments: readonly Payment[];
  readonly confirmations: readonly Confirmation[];
  readonly transactions: readonly Transaction[];
  readonly settings: readonly Setting[];
}

interface Findings {
  /** What cannot be taken, a line a reason. */
  readonly refused: readonly RefusedRow[];
  /** The names of fields that mean nothing here. */
  readonly ignored: readonly string[];
}
