import type { Confirmation } from "../confirmations/confirmation.ts";
import { findDuplicates } from "../confirmations/duplicates.ts";
import type { CycleStatus } from "../cycles/cycle-status.ts";
import { type ScheduledPayment, scheduledPayment } from "../cycles/scheduled.ts";
import type { Day, Span } from "../days/calendar.ts";
import { minorOf } from "../money/money.ts";
import type { Payment } from "../registry/payment.ts";
import type { Reconciled, Reconciliation } from "./reconcile.ts";
import { type Finding, type FindingRules, findingsOf } from "./reconcile-findings.ts";
import { whyOf, whyUnmatched } from "./why.ts";

/** One cycle, or one confirmation without a cycle, with the evidence and the reason. */
export interface ReconcileEntry extends Omit<ScheduledPayment, "cycle" | "status"> {
  readonly cycle: Day | null;
  readonly status: CycleStatus | "unmatched";
  /** Ids. */
  readonly confirmations: readonly string[];
  readonly why: string;
}

/** Due against confirmed over a span, sorted by what it means. */
export interface ReconcileReport {
  /** Whether nothing is missing, partial, failed, unmatched or there twice. */
  readonly ok: boolean;
  readonly from: Day;
  readonly to: Day;
  readonly due_count: number;
  /** How many are paid. */
  readonly matched: number;
  readonly missing: readonly ReconcileEntry[];
  readonly partial: readonly ReconcileEntry[];
  /** Not paid, but inside grace, due today or not yet due. */
  readonly pending: readonly ReconcileEntry[];
  readonly failed: readonly ReconcileEntry[];
  readonly skipped: readonly ReconcileEntry[];
  readonly unmatched_confirmations: readonly ReconcileEntry[];
  readonly duplicates: readonly ReconcileEntry[];
  /** Every cycle of the span. */
  readonly items: readonly ReconcileEntry[];
  readonly findings: readonly Finding[];
}

/** Puts the reconciliations of all payments into one report. */
export function reconcileReport(
  span: Span,
  reconciliations: readonly Reconciliation[],
  rules: FindingRules,
): ReconcileReport {
  const cycles = reconciliations.flatMap((each) => each.cycles);
  const items = inOrder(cycles.map((each) => cycleEntry(each, whyOf(each, rules.policy))));
  const having = (...statuses: string[]) => items.filter(({ status }) => statuses.includes(status));
  const unmatched = inOrder(
    reconciliations.flatMap(({ payment, unmatched }) =>
      unmatched.map((each) => looseEntry(payment, each)),
    ),
  );
  const duplicates = inOrder(cycles.flatMap(duplicateEntries));
  const faults = [having("missed", "partial", "failed"), unmatched, duplicates];

  return {
    ok: faults.every((entries) => entries.length === 0),
    from: span.from,
    to: span.to,
    due_count: items.length,
    matched: having("paid", "overpaid").length,
    missing: having("missed"),
    partial: having("partial"),
    pending: having("grace", "due", "due-soon", "upcoming"),
    failed: having("failed"),
    skipped: having("skipped"),
    unmatched_confirmations: unmatched,
    duplicates,
    items,
    findings: reconciliations.flatMap((each) => findingsOf(each, rules)),
  };
}

function cycleEntry(
  { payment, cycle, standing, confirmations }: Reconciled,
  why: string,
): ReconcileEntry {
  return {
    ...scheduledPayment(payment, cycle, standing),
    confirmations: confirmations.map(({ id }) => id),
    why,
  };
}

function looseEntry(payment: Payment, confirmation: Confirmation): ReconcileEntry {
  const { id, paid_on, amount, currency } = confirmation;
  return {
    date: paid_on,
    cycle: null,
    payment_id: payment.id,
    name: payment.name,
    kind: payment.kind,
    amount,
    amount_minor: minorOf(amount, currency),
    currency,
    status: "unmatched",
    remaining: amount,
    autopay_enabled: payment.autopay_enabled,
    autopay_verified: payment.autopay_verified,
    confirmations: [id],
    why: whyUnmatched(confirmation),
  };
}

function duplicateEntries(reconciled: Reconciled): ReconcileEntry[] {
  return findDuplicates(reconciled.confirmations).map((group) => {
    const ids = group.map(({ id }) => id);
    const why = `${ids.join(" and ")} look like one payment recorded ${ids.length} times`;
    return { ...cycleEntry(reconciled, why), confirmations: ids };
  });
}

/** By date, then name; each key is spelled once, because there may be thousands. */
function inOrder(entries: readonly ReconcileEntry[]): ReconcileEntry[] {
  return entries
    .map((entry) => ({ entry, key: orderOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function orderOf({ date, name, payment_id, cycle, confirmations }: ReconcileEntry): string {
  return [date, name, payment_id, cycle ?? "", ...confirmations].join("\0");
}
