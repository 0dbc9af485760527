import type { Decimal } from "../money/decimal.ts";
import type { Cadence } from "./cadence.ts";
import type { Day } from "./calendar.ts";
import type { Roll } from "./roll.ts";

/** What a payment costs and when it recurs, for the cycles named `from` or later. */
export interface Term {
  readonly from: Day;
  readonly amount: Decimal;
  /** Percent, as a decimal string: `"7.5"` closes a cycle by any single payment within 7.5 %. */
  readonly tolerance: Decimal | null;
  /** The lowest amount of a range whose highest is `amount`. */
  readonly amount_min: Decimal | null;
  readonly cadence: Cadence;
  /** Every so many cadences; 1 is each. */
  readonly every: number;
  /** The first due day; every cycle is counted from it, never from the one before. */
  readonly anchor: Day;
  /** Where in the month: `15`, `last`, `2tue`, `lastfri`, `3business`, `lastbusiness`, `15,last`; null takes the anchor's day. */
  readonly due_day: string | null;
  /** An RFC 5545 RRULE without its DTSTART, when `cadence` is `rule`. */
  readonly rule: string | null;
  readonly roll: Roll;
  /** Whose holidays count when rolling: `CA`, `CA-ON`, … or a list of the user's. */
  readonly calendar: string | null;
  /** The last nominal day, included. */
  readonly until: Day | null;
  /** How many cycles there are, counted from the anchor, skipped ones too. */
  readonly count: number | null;
}
