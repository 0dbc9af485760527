import { type Cycle, cyclesDue, isSkipped } from "../cycles/cycle.ts";
import { joinParts } from "../cycles/join-parts.ts";
import { matchPaid, type Paid } from "../cycles/match.ts";
import { expectedOf } from "../cycles/standing.ts";
import { type Day, widenSpan } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/** What a file says was paid; where the amount is known, in minor units, it may be a part of a cycle. */
export interface Outgoing extends Paid {
  readonly minor?: number;
}

/**
 * Links what was paid for one payment to its cycles by the match rule, one to one, then what is left as further parts of
 * the cycles that were matched; `isTaken` names the cycles that have evidence already. Cycles that were skipped, or fell
 * into a pause, take nothing.
 *
 * @returns the id of what was paid → its cycle; what is missing there stays unlinked
 */
export function linkOutlays(
  payment: Payment,
  paid: readonly Outgoing[],
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
  const matched = matchPaid(open, paid, policy);
  const parts = paid.flatMap(({ minor, ...each }) =>
    minor === undefined ? [] : [{ ...each, minor }],
  );
  const left = parts.filter(({ id }) => !matched.has(id));
  if (left.length === 0) return matched;
  const begun = parts.flatMap(({ id, minor }) => {
    const cycle = matched.get(id);
    if (cycle === undefined) return [];
    return [{ cycle, expected: expectedOf(payment, cycle, []), paid: minor }];
  });
  return new Map([...matched, ...joinParts(payment, begun, left, policy)]);
}
