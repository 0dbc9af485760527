import type { Collections, NamesKept } from "../domain/collections.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { OpenMark } from "../domain/cycles/open-mark.ts";
import type { Day, Month } from "../domain/days/calendar.ts";
import type { PaymentKind } from "../domain/registry/payment.ts";
import type { SettingValue } from "../domain/settings/setting.ts";
import { origin } from "./journal/chain.ts";
import type { AuditLine } from "./journal/history.ts";

/**
 * The home as it was after one line of the journal. Nothing is read before it is asked for; whatever is asked, the answers are
 * of the same moment.
 */
export interface Snapshot {
  /** The last line with effect; 0 in a home that is not there yet. */
  readonly seq: number;
  /** The hash of the last line. */
  readonly head: string;
  /** Every record of a list, in order of creation. */
  all<Name extends NamesKept<"list">>(name: Name): readonly Collections[Name][];
  /** The same, one after the other, for those that need each only once: none is held. */
  each<Name extends NamesKept<"list">>(name: Name): Iterable<Collections[Name]>;
  /** One record; undefined where there is none. Those kept by month are searched for from the newest month back. */
  get<Name extends KeptName>(name: Name, id: string): Collections[Name] | undefined;
  /** The records of some months, both ends included; with `containing` only those whose line in the file holds that text. */
  months<Name extends NamesKept<"month">>(
    name: Name,
    from: Month,
    to: Month,
    containing?: string,
  ): readonly Collections[Name][];
  /** The months that hold any record, oldest first. */
  monthsHeld(name: NamesKept<"month">): readonly Month[];
  /** What payments are found by, without reading whole records; with `meant` at least those that this text may mean. */
  paymentNames(meant?: string): readonly PaymentName[];
  /** The confirmations of one payment whose cycle or whose day of payment lies in some years; all where none are given. */
  confirmationsOf(payment_id: string, years?: Years): readonly Confirmation[];
  /** What is open of a payment; null where that is not known and its cycles must be walked through. */
  openMark(payment_id: string): HeldMark | null;
  /** The change that was kept under an idempotency key; null where there is none. */
  keyed(key: string): KeyedLine | null;
  /** The user's settings by their dotted keys; defaults are not among them. */
  settings(): ReadonlyMap<string, SettingValue>;
}

/** The collections that are looked up by id. */
export type KeptName = NamesKept<"list" | "month" | "one">;

/** What a payment is found by. */
export interface PaymentName {
  readonly id: string;
  readonly name: string;
  readonly kind: PaymentKind;
}

/** Years, both included: `{ from: 2024, to: 2026 }`. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** A mark of what is open, with all confirmations of the open cycles and of those named after it. */
export interface HeldMark extends OpenMark {
  readonly evidence: ReadonlyMap<Day, readonly Confirmation[]>;
}

/** A change that was kept under a key. */
export interface KeyedLine extends AuditLine {
  /** The id of the event that took it back; null while it stands. */
  readonly undone_by: string | null;
}

/** A home that is not there yet: it holds nothing. */
export const emptySnapshot: Snapshot = {
  seq: 0,
  head: origin.hash,
  all: () => [],
  each: () => [],
  get: () => undefined,
  months: () => [],
  monthsHeld: () => [],
  paymentNames: () => [],
  confirmationsOf: () => [],
  openMark: () => null,
  keyed: () => null,
  settings: () => new Map(),
};
