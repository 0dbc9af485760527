import type { PaymentDraft } from "../domain/registry/new-payment.ts";
import type { PaymentStatus } from "../domain/registry/payment.ts";

/** One payment of the sample household: what it is, since when, what became of it, and how it is paid. */
export interface Plot extends Needed, Partial<Omit<PaymentDraft, keyof Needed | Placed>> {
  /** How many months before today's month it began. */
  readonly months: number;
  /**
   * Makes a cycle fall due so many days from today, whatever day that is: it sets the place in the month, or the
   * weekday. Without it the place is `due_day`.
   */
  readonly due_in?: number;
  /** The days until its trial ends. */
  readonly trial_ends_in?: number;
  /** The ISO weekday of the first day, for weekly cadences without `due_in`; 1 is Monday. */
  readonly weekday?: number;
  readonly prices?: readonly PriceChange[];
  readonly statuses?: readonly StatusTurn[];
  readonly habit: Habit;
}

type Needed = Pick<PaymentDraft, "name" | "kind" | "amount" | "cadence">;

/** What follows from today. */
type Placed = "start" | "trial_ends_on";

/** A new amount for the cycles from the first of a month on. */
export interface PriceChange {
  /** Months before today's month. */
  readonly months: number;
  readonly amount: string;
}

export interface StatusTurn {
  readonly status: PaymentStatus;
  /** Days before today. */
  readonly days: number;
}

/** How a payment is usually paid. */
export interface Habit {
  readonly method: string;
  /** Days from the date to the payment, one after the other, over and over; negative is early. */
  readonly lags: readonly number[];
  /** What stands before the number in the bank's reference; without it there is none. */
  readonly ref?: string;
  /** What is paid in each month from January on, in percent of what is expected. */
  readonly percents?: readonly number[];
  /** Whether the confirmations are posted to the ledger. */
  readonly posts?: boolean;
}
