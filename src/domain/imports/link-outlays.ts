import { type Cycle, cyclesDue, isSkipped } from "../cycles/cycle.ts";
import { matchPaid, type Paid } from "../cycles/match.ts";
import { type Day, widenSpan } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/**
 * Links what was paid for one payment to its cycles by the match rule, one to one; `isTaken` names the
 * cycles that have evidence already. Cycles that were skipped, or fell into a pause, take nothing.
 *
 * @returns the id of what was paid → its cycle; what is missing there stays unlinked
 */
export function linkOutlays(
  payment: Payment,
  paid: readonly Paid[],
  isTaken: (cycle: Day) => boolean,
  policy: Policy,
): Map<string, Cycle> {
  const [first] = paid;
  if (first === undefined) return new Map();
  let { paid_on: from } = first;
  let { paid_on: to } = first;
  for (const { paid_on } of paid) {
    if (paid_on < from) from = paid_on;
    if (paid_on > to) to = paid_on;
  }
  const dates = widenSpan({ from, to }, policy.match_after, policy.match_before);
  const open = cyclesDue(payment, dates, policy).filter(
    (cycle) => !isSkipped(cycle) && !isTaken(cycle.name),
  );
  return matchPaid(open, paid, policy);
}
