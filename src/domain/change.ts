import type { Confirmation } from "./confirmations/confirmation.ts";
import type { Transaction } from "./ledger/transaction.ts";
import type { Payment } from "./registry/payment.ts";
import type { Setting } from "./settings/setting.ts";

/** What the home holds, by the name the journal uses for it. */
export interface Collections {
  readonly payments: Payment;
  readonly confirmations: Confirmation;
  readonly transactions: Transaction;
  readonly settings: Setting;
}

export type CollectionName = keyof Collections;

/** One record put in place of another; null is absence. */
export type Edit = {
  readonly [Name in CollectionName]: {
    readonly collection: Name;
    readonly id: string;
    readonly before: Collections[Name] | null;
    readonly after: Collections[Name] | null;
  };
}[CollectionName];

/**
 * What a command does to the home, as a value: it can be shown, committed, audited and inverted.
 * `edits` may be a long, lazily made sequence (an import); it is read once per attempt.
 */
export interface Change {
  readonly area: string;
  readonly action: string;
  /** The id of the record it is about. */
  readonly ref_id: string | null;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly edits: Iterable<Edit>;
  /** The idempotency key it is kept under, where one was given. */
  readonly key?: string;
}

/** A decision: what shall change, if anything, and what to tell the user. */
export interface Decision<Outcome> {
  readonly change: Change | null;
  readonly outcome: Outcome;
}
