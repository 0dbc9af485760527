import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Day, daysBetween } from "../days/calendar.ts";
import { minorOf, withinTolerance } from "../money/money.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, isSkipped } from "./cycle.ts";

export const cycleStatuses = [
  "paid",
  "partial",
  "overpaid",
  "skipped",
  "failed",
  "upcoming",
  "due-soon",
  "due",
  "grace",
  "missed",
] as const;
export type CycleStatus = (typeof cycleStatuses)[number];

/** Where a cycle stands on a day. Derived, never stored. Amounts in minor units. */
export interface Standing {
  readonly status: CycleStatus;
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
  const expected = expectedOf(payment, cycle, evidence);
  const paid = amounts.reduce((sum, amount) => sum + amount, 0);
  const isClosed =
    paid >= expected || amounts.some((amount) => isClose(payment, cycle, amount, expected));

  if (isSkipped(cycle)) return { status: "skipped", expected, paid, remaining: 0, isSettled: true };
  if (isClosed) {
    const isOver = paid > expected && !isClose(payment, cycle, paid, expected);
    const status = isOver ? "overpaid" : "paid";
    return { status, expected, paid, remaining: 0, isSettled: true };
  }
  const remaining = expected - paid;
  const status = openStatus(cycle, evidence, today, policy);
  return { status, expected, paid, remaining, isSettled: false };
}

/**
 * What a cycle is expected to cost, in minor units: what the user said of this cycle, else what was
 * expected when its first confirmation came (a later change of price leaves it alone), else its term's amount.
 */
export function expectedOf(
  payment: Payment,
  cycle: Cycle,
  confirmations: readonly Confirmation[],
): number {
  let first: Confirmation | null = null;
  for (const each of confirmations) {
    if (each.voided_at !== null || each.expected === null) continue;
    if (first === null || isBefore(each, first)) first = each;
  }
  const decimal = cycle.exception.expected ?? first?.expected ?? cycle.term.amount;
  return minorOf(decimal, payment.currency);
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
