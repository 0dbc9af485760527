import type { Day } from "../days/calendar.ts";
import type { Instant } from "../days/instant.ts";
import type { Term } from "../days/term.ts";
import type { Decimal } from "../money/decimal.ts";

export const paymentKinds = ["bill", "subscription", "debt", "other"] as const;
export type PaymentKind = (typeof paymentKinds)[number];

export const paymentStatuses = ["active", "paused", "cancelled"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

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
