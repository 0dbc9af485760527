import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Day, daysBetween } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { decimalOf, minorOf, withinTolerance } from "../money/money.ts";
import { isEstimate } from "../registry/estimate.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, isSkipped } from "./cycle.ts";
import type { CycleStatus } from "./cycle-status.ts";

/** What a cycle wants and what it got. Derived, never stored; no day has a part in it. */
export interface Settlement {
  /** What is expected, as it is kept; the rest is in minor units. */
  readonly amount: Decimal;
  readonly expected: number;
  readonly paid: number;
  /** What is still owed; 0 once the cycle is closed or skipped. */
  readonly remaining: number;
  /** Whether nothing more is owed for it: paid, overpaid or skipped. */
  readonly isSettled: boolean;
}

/** Where a cycle stands on a day. */
export interface Standing extends Settlement {
  readonly status: CycleStatus;
  /** How many days its date has passed while it is open; 0 before that, and once it is settled. */
  readonly days_late: number;
}

/** Says where a cycle stands, given its confirmations (voided ones are ignored). */
export function standingOf(
  payment: Payment,
  cycle: Cycle,
  confirmations: readonly Confirmation[],
  today: Day,
  policy: Policy,
): Standing {
  const settlement = settlementOf(payment, cycle, confirmations);
  if (settlement.isSettled) {
    return { status: settledStatus(cycle, settlement), days_late: 0, ...settlement };
  }
  const status = openStatus(cycle, confirmations.filter(isValid), today, policy);
  return { status, days_late: Math.max(0, daysBetween(cycle.date, today)), ...settlement };
}

/**
 * Says whether a cycle is settled, given its confirmations (voided ones are ignored).
 *
 * A cycle closes when the sum confirmed reaches what was expected, or by one confirmation that closes it. A refund lowers
 * what was paid and, unless it is owed again, what is expected.
 */
export function settlementOf(
  payment: Payment,
  cycle: Cycle,
  confirmations: readonly Confirmation[],
): Settlement {
  const evidence = confirmations.filter(isValid);
  const price = expectedAmount(cycle, evidence);
  const whole = minorOf(price, payment.currency);
  const paid = sumOf(evidence);
  const expected = whole + sumOf(evidence.filter(isForgiven));
  const isClosed = paid >= expected || evidence.some((each) => isClosing(each));
  const isSettled = isClosed || isSkipped(cycle);
  const amount = expected === whole ? price : decimalOf(expected, payment.currency);
  return { amount, expected, paid, remaining: isSettled ? 0 : expected - paid, isSettled };

  function isClosing({ id, amount, currency, kind, closes }: Confirmation): boolean {
    if (kind === "refund" || closes === false) return false;
    if (evidence.some(({ refunds, owed_again }) => owed_again && refunds === id)) return false;
    return closes === true || isNear(payment, cycle, minorOf(amount, currency), whole);
  }
}

/** The sum of confirmations of one currency, in minor units. */
function sumOf(confirmations: readonly Confirmation[]): number {
  return confirmations.reduce((sum, { amount, currency }) => sum + minorOf(amount, currency), 0);
}

/** Whether a confirmation is not void. */
export const isValid = ({ voided_at }: Confirmation): boolean => voided_at === null;

const isForgiven = ({ kind, owed_again }: Confirmation): boolean =>
  kind === "refund" && owed_again !== true;

/** What a cycle is expected to cost, in minor units, whatever was given back of it. */
export function expectedOf(
  payment: Payment,
  cycle: Cycle,
  confirmations: readonly Confirmation[],
): number {
  return minorOf(expectedAmount(cycle, confirmations), payment.currency);
}

/**
 * What a cycle is expected to cost: what the user said of this cycle, else what was expected when its first
 * confirmation came (a later change of price leaves it alone), else its term's amount.
 */
function expectedAmount(
  { exception, term }: Cycle,
  confirmations: readonly Confirmation[],
): Decimal {
  let first: Confirmation | null = null;
  for (const each of confirmations) {
    if (each.voided_at !== null || each.expected === null) continue;
    if (first === null || isBefore(each, first)) first = each;
  }
  return exception.expected ?? first?.expected ?? term.amount;
}

/** An estimate is never overpaid: nobody knew what it would be. */
function settledStatus(cycle: Cycle, { paid, expected }: Settlement): CycleStatus {
  if (isSkipped(cycle)) return "skipped";
  return paid > expected && !isEstimate(cycle.term) ? "overpaid" : "paid";
}

function openStatus(
  { date, exception }: Cycle,
  evidence: readonly Confirmation[],
  today: Day,
  policy: Policy,
): CycleStatus {
  const bounced = exception.failures?.at(-1)?.on;
  if (bounced !== undefined && !evidence.some(({ paid_on }) => paid_on >= bounced)) return "failed";
  if (evidence.length > 0) return "partial";
  const daysLeft = daysBetween(today, date);
  if (daysLeft > policy.reminder_days) return "upcoming";
  if (daysLeft > 0) return "due-soon";
  if (daysLeft === 0) return "due";
  return -daysLeft <= policy.grace_days ? "grace" : "missed";
}

/** Whether an amount lies within the tolerance or the range of a cycle's term; all in minor units. */
export function isNear(
  payment: Payment,
  { term }: Cycle,
  amount: number,
  expected: number,
): boolean {
  if (term.tolerance !== null && withinTolerance(amount, expected, term.tolerance)) return true;
  if (term.amount_min === null) return false;
  return minorOf(term.amount_min, payment.currency) <= amount && amount <= expected;
}

const isBefore = (a: Confirmation, b: Confirmation): boolean =>
  a.created_at < b.created_at || (a.created_at === b.created_at && a.id < b.id);
