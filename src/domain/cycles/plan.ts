import { firstDay, lastDay } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { decimalOf } from "../money/money.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, cyclesNamed, isOwed, isSkipped } from "./cycle.ts";
import { owedCycles } from "./owed.ts";
import { standeeOf, type View } from "./settle.ts";

/** How far a plan of so many payments has come. */
export interface Plan {
  readonly count: number;
  readonly paid: number;
  readonly skipped: number;
  /** How many fall into a pause or behind the end, where nothing is owed. */
  readonly not_owed: number;
  /** What is still to be paid. */
  readonly left: Decimal;
  readonly left_minor: number;
}

/** Says how far a payment with a number of cycles has come; null for one that goes on. */
export function planOf(payment: Payment, view: View): Plan | null {
  if (!isPlan(payment)) return null;
  const all = planCycles(payment, view.policy);
  const open = [...owedCycles(payment, lastDay, view)];
  const notOwed = all.filter((cycle) => !isOwed(payment, cycle)).length;
  const skipped = all.filter((cycle) => isOwed(payment, cycle) && isSkipped(cycle)).length;
  const left = open
    .map((cycle) => standeeOf(payment, cycle, view).standing.remaining)
    .reduce((sum, remaining) => sum + remaining, 0);
  return {
    count: all.length,
    paid: all.length - open.length - skipped - notOwed,
    skipped,
    not_owed: notOwed,
    left: decimalOf(left, payment.currency),
    left_minor: left,
  };
}

/**
 * Lists the cycles that `after` no longer owes of the plan that `before` was, because a pause or an end took them: what
 * `--extend` adds at its end.
 */
export function swallowedCycles(before: Payment, after: Payment, policy: Policy): Cycle[] {
  if (!isPlan(before)) return [];
  return planCycles(before, policy).filter(
    (cycle) => !isSkipped(cycle) && isOwed(before, cycle) && !isOwed(after, cycle),
  );
}

/** Adds so many cycles at the end of a plan. */
export function extendPlan(payment: Payment, by: number): Payment {
  const last = payment.terms.at(-1);
  const terms = payment.terms.map((term) =>
    term === last && term.count !== null ? { ...term, count: term.count + by } : term,
  );
  return { ...payment, terms };
}

const isPlan = ({ terms }: Payment): boolean => terms.at(-1)?.count != null;

function planCycles(payment: Payment, policy: Policy): Cycle[] {
  return cyclesNamed(payment, { from: firstDay, to: lastDay }, policy);
}
