import type { Collections } from "../../domain/change.ts";
import type { Month } from "../../domain/days/calendar.ts";
import type { PaymentKind } from "../../domain/registry/payment.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import type { MonthlyName } from "./view-table.ts";

/**
 * The home as it was after one line of the journal. Nothing is read before it is asked for; whatever is
 * asked, the answers are of the same moment.
 */
export interface Snapshot {
  /** The last line with effect; 0 in a home that is not there yet. */
  readonly seq: number;
  /** The hash of the last line. */
  readonly head: string;
  /** Every payment, in order of creation. */
  all(name: "payments"): readonly Payment[];
  /** The same, one after the other, for who needs each only once: none is held. */
  each(name: "payments"): Iterable<Payment>;
  /** What a payment is found by, without reading whole records; with `meant` at least those that this text may mean. */
  index(name: "payments", meant?: string): readonly IndexEntry[];
  /** One record; undefined where there is none. Those kept by month are searched for from the newest month back. */
  get<Name extends KeptName>(name: Name, id: string): Collections[Name] | undefined;
  /**
   * The records of some months, both ends included. With `containing` only those whose line in the file holds that text:
   * an id is found without reading the others as records.
   */
  months<Name extends MonthlyName>(
    name: Name,
    from: Month,
    to: Month,
    containing?: string,
  ): readonly Collections[Name][];
  /** A payment's confirmations with that reference, void ones too, at the same cost however many there are of others. */
  referenced(payment_id: string, ref: string): readonly Collections["confirmations"][];
  /** The months that hold any record, oldest first. */
  monthsHeld(name: MonthlyName): readonly Month[];
  /** The user's settings by their dotted keys; defaults are not among them. */
  settings(): ReadonlyMap<string, SettingValue>;
  /** The line that was kept under an idempotency key; null where the key was never used. */
  keyed(key: string): KeyedLine | null;
}

/** A line of the journal that was kept under an idempotency key. */
export interface KeyedLine {
  readonly seq: number;
  readonly ts: string;
  readonly hash: string;
  readonly area: string;
  readonly action: string;
  readonly meta: Readonly<Record<string, unknown>>;
  /** The id of the event that took it back, where one did. */
  readonly undoneBy: string | null;
}

/** A payment's entry in the light index. */
export interface IndexEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: PaymentKind;
}

/** The collections that are looked up by id. */
export type KeptName = "payments" | MonthlyName;

type Payment = Collections["payments"];
