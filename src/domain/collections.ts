import type { Confirmation } from "./confirmations/confirmation.ts";
import { type Month, monthName } from "./days/calendar.ts";
import type { Transaction } from "./ledger/transaction.ts";
import type { Payment } from "./registry/payment.ts";
import type { Setting } from "./settings/setting.ts";

/**
 * Every collection that the home holds, by the name the journal uses for it. What the program does for all of them it
 * does by going through this table: the edits of a change, `undo`, the files, export and import, the schemas, `doctor`.
 */
export const collections = {
  payments: row<Payment>()({
    prefix: "pay",
    keep: { as: "list" },
    nouns: ["payment", "payments"],
    keys: {
      ...{ id: true, name: true, kind: true, payee: true, currency: true, terms: true },
      ...{ autopay_enabled: true, autopay_verified: true, account_id: true, category: true },
      ...{ tags: true, essential: true, late_fee: true, cutoff_days: true, trial_ends_on: true },
      ...{ notice_days: true, url: true, phone: true, email: true, bank_phone: true, notes: true },
      ...{ status_changes: true, exceptions: true, owed_from: true },
      ...{ created_at: true, updated_at: true },
    },
  }),
  confirmations: row<Confirmation>()({
    prefix: "pc",
    keep: { as: "month", monthOf: ({ cycle, paid_on }) => monthName(cycle ?? paid_on) },
    nouns: ["confirmation", "confirmations"],
    keys: {
      ...{ id: true, payment_id: true, cycle: true, paid_on: true, amount: true, currency: true },
      ...{ expected: true, closes: true, kind: true, refunds: true, owed_again: true },
      ...{ split: true, not_twice: true, method: true, ref: true, notes: true, source: true },
      ...{ transaction_id: true, created_at: true, voided_at: true },
    },
  }),
  transactions: row<Transaction>()({
    prefix: "tx",
    keep: { as: "month", monthOf: ({ date }) => monthName(date) },
    nouns: ["transaction", "transactions"],
    keys: {
      ...{ id: true, date: true, description: true, postings: true, confirmation_id: true },
      ...{ reverses: true, created_at: true },
    },
  }),
  settings: row<Setting>()({
    prefix: null,
    keep: { as: "settings" },
    nouns: ["setting", "settings"],
    keys: { id: true, value: true },
  }),
};

/** The type of the records of each collection, by the collection's name. */
export type Collections = {
  readonly [Name in keyof typeof collections]: (typeof collections)[Name] extends Row<infer Kept>
    ? Kept
    : never;
};

export type CollectionName = keyof Collections;

/** The collections kept in one way, by name. */
export type NamesKept<As extends Keep<never>["as"]> = {
  readonly [Name in CollectionName]: (typeof collections)[Name]["keep"]["as"] extends As
    ? Name
    : never;
}[CollectionName];

/** The names of all collections kept in one way. */
export function namesKept<As extends Keep<never>["as"]>(as: As): readonly NamesKept<As>[] {
  return collectionNames.filter((name) => isKept(name, as));
}

/** Whether a collection is kept in that way. */
export function isKept<As extends Keep<never>["as"]>(
  name: CollectionName,
  as: As,
): name is NamesKept<As> {
  return collections[name].keep.as === as;
}

/** The names of all collections, in the order of the table. */
export const collectionNames = Object.keys(collections) as readonly CollectionName[];

/** The month whose file a record of a monthly collection belongs in. */
export function monthOfRecord<Name extends NamesKept<"month">>(
  name: Name,
  record: Collections[Name],
): Month {
  // What holds for each name by itself, the compiler does not know of any of them.
  const { monthOf } = collections[name].keep as Extract<Keep<Collections[Name]>, { as: "month" }>;
  return monthOf(record);
}

/** What is to be said of a collection. */
export interface Row<Kept, How extends Keep<Kept> = Keep<Kept>> {
  /** What the ids of its records begin with; null where a record is called by a key of the user's. */
  readonly prefix: string | null;
  readonly keep: How;
  /** What one record is called, and several. */
  readonly nouns: readonly [one: string, several: string];
  /** Every key of a record, in the order of files and of exports. */
  readonly keys: { readonly [Key in keyof Required<Kept>]: true };
}

/**
 * How a collection is kept: all records in one file (`list`), in a file a month (`month`), one record by itself (`one`), or in
 * the user's own `config.json` (`settings`).
 */
export type Keep<Kept> =
  | { readonly as: "list" }
  | { readonly as: "month"; readonly monthOf: (record: Kept) => Month }
  | { readonly as: "one" }
  | { readonly as: "settings" };

function row<Kept>() {
  return <How extends Keep<Kept>>(said: Row<Kept, How>): Row<Kept, How> => said;
}
