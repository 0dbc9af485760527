import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Cycle, cyclesDue } from "../cycles/cycle.ts";
import { matchPaid } from "../cycles/match.ts";
import { type Evidence, standeeOf, type View } from "../cycles/settle.ts";
import type { Standing } from "../cycles/standing.ts";
import { type Day, isWithin, type Span, widenSpan } from "../days/calendar.ts";
import { nearestTo } from "../days/nearest-day.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/** One cycle of the span with all the evidence for it, what was matched to it included. */
export interface Reconciled {
  readonly payment: Payment;
  readonly cycle: Cycle;
  readonly standing: Standing;
  /** Unvoided ones only. */
  readonly confirmations: readonly Confirmation[];
  /** The unlinked confirmation nearest to it that matched nothing; the payment it may have meant. */
  readonly nearest: Confirmation | null;
}

/** Due against confirmed, for one payment. */
export interface Reconciliation {
  readonly payment: Payment;
  readonly cycles: readonly Reconciled[];
  /** Confirmations paid in the span that settle no cycle. */
  readonly unmatched: readonly Confirmation[];
  /** Looks up the cycle due just before the span, if there was one within a year. */
  readonly previous: () => Reconciled | null;
}

/**
 * The span in which unlinked confirmations can bear on cycles due in `span`: far enough outside that its
 * edges do not change the answer.
 */
export function matchingSpan(span: Span, { match_before, match_after }: Policy): Span {
  const margin = Math.max(31, 2 * (match_before + match_after));
  return widenSpan(span, margin, margin);
}

/**
 * Compares what was due in `span` with what was confirmed: first by the cycle a confirmation names,
 * then the `unlinked` ones by the match rule, one to one, among the cycles that are still open.
 */
export function reconcilePayment(
  payment: Payment,
  span: Span,
  unlinked: readonly Confirmation[],
  view: View,
): Reconciliation {
  const widest = matchingSpan(span, view.policy);
  const loose = unlinked
    .filter((each) => each.voided_at === null && each.cycle === null)
    .filter((each) => each.payment_id === payment.id && isWithin(each.paid_on, widest));
  const around = loose.length === 0 ? span : widest;
  const cycles = cyclesDue(payment, around, view.policy);
  const open = cycles.filter((cycle) => !standeeOf(payment, cycle, view).standing.isSettled);
  const matched = matchPaid(loose.length === 0 ? [] : open, loose, view.policy);
  const evidence = withMatched(view.evidence, loose, matched);

  const left = loose.filter(({ id }) => !matched.has(id));
  const reconciled = (cycle: Cycle): Reconciled => ({
    payment,
    cycle,
    standing: standeeOf(payment, cycle, { ...view, evidence }).standing,
    confirmations: evidence(payment.id, cycle.name).filter((each) => each.voided_at === null),
    nearest: nearestConfirmation(cycle.date, left),
  });
  return {
    payment,
    cycles: cycles.filter(({ date }) => isWithin(date, span)).map(reconciled),
    unmatched: left.filter(({ paid_on }) => isWithin(paid_on, span)),
    previous: () => {
      const cycle = lastBefore(payment, span.from, view.policy);
      return cycle === null ? null : reconciled(cycle);
    },
  };
}

/** The last cycle due before a day; the search goes no further back than the cadence makes it. */
function lastBefore(payment: Payment, day: Day, policy: Policy): Cycle | null {
  for (const days of [31, 93, 366]) {
    const behind = cyclesDue(payment, widenSpan({ from: day, to: day }, days, 0), policy);
    const last = behind.findLast(({ date }) => date < day);
    if (last !== undefined) return last;
  }
  return null;
}

function nearestConfirmation(
  date: Day,
  confirmations: readonly Confirmation[],
): Confirmation | null {
  const inOrder = [...confirmations].sort((one, other) => (one.id < other.id ? -1 : 1));
  return nearestTo(date, inOrder, ({ paid_on }) => paid_on);
}

function withMatched(
  evidence: Evidence,
  loose: readonly Confirmation[],
  matched: ReadonlyMap<string, Cycle>,
): Evidence {
  return (payment_id, name) => [
    ...evidence(payment_id, name),
    ...loose.filter(({ id }) => matched.get(id)?.name === name),
  ];
}
