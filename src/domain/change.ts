import type { CollectionName, Collections } from "./collections.ts";

/** One record of a collection put in place of another; null is absence. */
export interface EditOf<Name extends CollectionName> {
  readonly collection: Name;
  readonly id: string;
  readonly before: Collections[Name] | null;
  readonly after: Collections[Name] | null;
}

/** One record put in place of another, of any collection. */
export type Edit = { readonly [Name in CollectionName]: EditOf<Name> }[CollectionName];

/**
 * What a command does to the home, as a value: it can be shown, committed, audited and inverted.
 * `edits` may be a long, lazily made sequence (an import); it is read once per attempt.
 */
export interface Change {
  readonly area: string;
  readonly action: string;
  /** The id of the record it is about. */
  readonly ref_id: string | null;
  /** The idempotency key it was asked for with; `meta.answer` then holds its first answer. */
  readonly key?: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly edits: Iterable<Edit>;
}

/** A decision: what shall change, if anything, and what to tell the user. */
export interface Decision<Outcome> {
  readonly change: Change | null;
  readonly outcome: Outcome;
}
