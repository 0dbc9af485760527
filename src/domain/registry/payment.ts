import type { Day } from "../days/calendar.ts";

/** An instant in UTC, ISO 8601 with a final `Z`. */
export type Instant = string;

/** An amount as it is kept: a decimal string such as `"16.99"`, always beside a currency. */
export type Decimal = string;

export const paymentKinds = ["bill", "subscription", "debt", "other"] as const;
export type PaymentKind = (typeof paymentKinds)[number];

export const paymentStatuses = ["active", "paused", "cancelled"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const cadences = [
  "once",
  "daily",
  "weekly",
  "biweekly",
  "semimonthly",
  "monthly",
  "bimonthly",
  "quarterly",
  "semiannual",
  "yearly",
  "rule",
] as const;
export type Cadence = (typeof cadences)[number];

/** What to do with a due day that is no business day, in the words of finance. */
export const rolls = ["none", "preceding", "following", "modified-following"] as const;
export type Roll = (typeof rolls)[number];

/**
 * An obligation in the registry. A record in memory is the record on disk: same keys, same spelling.
 */
export interface Payment {
  /** `pay_` and 12 characters. */
  readonly id: string;
  readonly name: string;
  readonly kind: PaymentKind;
  readonly payee: string | null;
  /** ISO 4217; one for the life of the payment. */
  readonly currency: string;
  /** At least one, by `from`, ascending; each is in force until the next begins. */
  readonly terms: readonly Term[];
  readonly autopay_enabled: boolean;
  readonly autopay_verified: boolean;
  /** The account it is paid from. */
  readonly account_id: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  /** Whether Shield must protect it. */
  readonly essential: boolean;
  readonly late_fee: Decimal | null;
  /** Days after the due day until service is cut off. */
  readonly cutoff_days: number | null;
  readonly trial_ends_on: Day | null;
  readonly notice_days: number | null;
  readonly url: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly bank_phone: string | null;
  readonly notes: string;
  /** Every change of status with its day, ascending; none means active from the start. */
  readonly status_changes: readonly StatusChange[];
  /** What is special about single cycles, by the cycle's nominal day. */
  readonly exceptions: Readonly<Record<Day, CycleException>>;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

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

export interface StatusChange {
  readonly status: PaymentStatus;
  readonly on: Day;
}

/** What was said about one cycle only; a key that was never said is absent. */
export interface CycleException {
  readonly skipped?: true;
  /** The day it was moved to. */
  readonly moved_to?: Day;
  readonly expected?: Decimal;
  readonly failures?: readonly FailedAttempt[];
}

export interface FailedAttempt {
  readonly on: Day;
  readonly reason: string;
}

/** The status in force on a day. */
export function statusOn(payment: Payment, day: Day): PaymentStatus {
  return payment.status_changes.findLast((change) => change.on <= day)?.status ?? "active";
}
