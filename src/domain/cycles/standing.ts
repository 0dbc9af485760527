import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Day, daysBetween } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { minorOf, withinTolerance } from "../money/money.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, isSkipped } from "./cycle.ts";
import type { CycleStatus } from "./cycle-status.ts";

/** Where a cycle stands on a day. Derived, never stored. */
export interface Standing {
  readonly status: CycleStatus;
  /** What is expected, as it is kept; the rest is in minor units. */
  readonly amount: Decimal;
  readonly expected: number;
  readonly paid: number;
  /** What is still owed; 0 once the cycle is closed or skipped. */
  readonly remaining: number;
  /** Whether nothing more is owed for it: paid, overpaid or skipped. */
  readonly isSettled: boolean;
}

/**
 * Says where a cycle stands, given its confirmations (voided ones are ignored).
 *
 * A cycle closes when the sum confirmed reaches what was expected, or when one confirmation falls
 * within the term's tolerance or range.
 */
export function standingOf(
  payment: Payment,
  cycle: Cycle,
  confirmations: readonly Confirmation[],
  today: Day,
  policy: Policy,
): Standing {
  const evidence = confirmations.filter(({ voided_at }) => voided_at === null);
  const amounts = evidence.map(({ amount, currency }) => minorOf(amount, currency));
  const paid = amounts.reduce((sum, amount) => sum + amount, 0);
  const amount = expectedAmount(cycle, evidence);
  const expected = minorOf(amount, payment.currency);
  const isClosed =
    paid >= expected || amounts.some((each) => isClose(payment, cycle, each, expected));
  const isSettled = isClosed || isSkipped(cycle);
  const status = isSettled
    ? settledStatus(payment, cycle, paid, expected)
    : openStatus(cycle, evidence, today, policy);
  return { status, amount, expected, paid, remaining: isSettled ? 0 : expected - paid, isSettled };
}

/** `expectedAmount` in minor units. */
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

function settledStatus(
  payment: Payment,
  cycle: Cycle,
  paid: number,
  expected: number,
): CycleStatus {
  if (isSkipped(cycle)) return "skipped";
  const isOver = paid > expected && !isClose(payment, cycle, paid, expected);
  return isOver ? "overpaid" : "paid";
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

function isClose(payment: Payment, { term }: Cycle, amount: number, expected: number): boolean {
  if (term.tolerance !== null && withinTolerance(amount, expected, term.tolerance)) return true;
  if (term.amount_min === null) return false;
  return minorOf(term.amount_min, payment.currency) <= amount && amount <= expected;
}

const isBefore = (a: Confirmation, b: Confirmation): boolean =>
  a.created_at < b.created_at || (a.created_at === b.created_at && a.id < b.id);
