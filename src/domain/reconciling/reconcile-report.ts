import type { Confirmation } from "../confirmations/confirmation.ts";
import { findDuplicates } from "../confirmations/duplicates.ts";
import type { CycleStatus } from "../cycles/cycle-status.ts";
import { type ScheduledPayment, scheduledPayment } from "../cycles/scheduled.ts";
import { isNear } from "../cycles/standing.ts";
import { type Day, daysBetween, type Span } from "../days/calendar.ts";
import { minorOf } from "../money/money.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Reconciled, Reconciliation } from "./reconcile.ts";
import { type Finding, type FindingRules, findingsOf } from "./reconcile-findings.ts";
import { settlingCommand } from "./settling-command.ts";
import { type CycleState, type StateCount, stateCounts, stateOf } from "./state-counts.ts";
import { whyOf, whyUnmatched } from "./why.ts";

/** One cycle, or one confirmation without a cycle, with the evidence and the reason. */
export interface ReconcileEntry extends Omit<ScheduledPayment, "cycle" | "status"> {
  readonly cycle: Day | null;
  readonly status: CycleStatus | "unmatched";
  /** Ids. */
  readonly confirmations: readonly string[];
  readonly why: string;
  /** The command that settles it; null where nothing has to be done. */
  readonly hint: string | null;
}

/** Due against confirmed over a span, sorted by what it means. */
export interface ReconcileReport {
  /** Whether nothing is missing, partial, failed, overpaid, unmatched, there twice or open from before the span. */
  readonly ok: boolean;
  readonly from: Day;
  readonly to: Day;
  readonly due_count: number;
  /** How many are paid, what is overpaid among them. */
  readonly matched: number;
  readonly missing: readonly ReconcileEntry[];
  readonly partial: readonly ReconcileEntry[];
  /** Not paid, but inside grace, due today or not yet due. */
  readonly pending: readonly ReconcileEntry[];
  readonly failed: readonly ReconcileEntry[];
  readonly overpaid: readonly ReconcileEntry[];
  readonly skipped: readonly ReconcileEntry[];
  readonly unmatched_confirmations: readonly ReconcileEntry[];
  readonly duplicates: readonly ReconcileEntry[];
  /** Open cycles due before the span, however old; none where only the span was asked for. */
  readonly older_open: readonly ReconcileEntry[];
  /** How many cycles of the span are in each state, and what they come to; the counts add up to `due_count`. */
  readonly counts: readonly StateCount[];
  /** Every cycle of the span. */
  readonly items: readonly ReconcileEntry[];
  readonly findings: readonly Finding[];
}

/** What the report is asked for. */
export interface ReportRules extends FindingRules {
  /** Whether to look for what is open from before the span; not where the user gave one. */
  readonly isOlderAsked: boolean;
}

/** Puts the reconciliations of all payments into one report. */
export function reconcileReport(
  span: Span,
  reconciliations: readonly Reconciliation[],
  rules: ReportRules,
): ReconcileReport {
  const entryOf = (each: Reconciled) => cycleEntry(each, whyOf(each, rules.policy));
  const cycles = reconciliations.flatMap((each) => each.cycles);
  const entries = cycles.map((each) => ({ entry: entryOf(each), paid: each.standing.paid }));
  const items = inOrder(entries.map(({ entry }) => entry));
  const having = (state: CycleState) => items.filter((entry) => stateOf(entry) === state);
  const older = rules.isOlderAsked ? reconciliations.flatMap((each) => each.older()) : [];
  const unmatched = inOrder(
    reconciliations.flatMap((one) => one.unmatched.map((each) => looseEntry(one, each))),
  );
  const duplicates = inOrder(cycles.flatMap(duplicateEntries));
  const [missing, partial, failed] = [having("missing"), having("partial"), having("failed")];
  const [overpaid, older_open] = [having("overpaid"), inOrder(older.map(entryOf))];
  const faults = [missing, partial, failed, overpaid, unmatched, duplicates, older_open];

  return {
    ok: faults.every((found) => found.length === 0),
    from: span.from,
    to: span.to,
    due_count: items.length,
    matched: having("paid").length + overpaid.length,
    missing,
    partial,
    pending: having("pending"),
    failed,
    overpaid,
    skipped: having("skipped"),
    unmatched_confirmations: unmatched,
    duplicates,
    older_open,
    counts: stateCounts(entries),
    items,
    findings: reconciliations.flatMap((each) => findingsOf(each, rules)),
  };
}

function cycleEntry(reconciled: Reconciled, why: string): ReconcileEntry {
  const { payment, cycle, standing, confirmations } = reconciled;
  return {
    ...scheduledPayment(payment, cycle, standing),
    confirmations: confirmations.map(({ id }) => id),
    why,
    hint: settlingCommand(reconciled),
  };
}

function looseEntry(
  { payment, cycles }: Reconciliation,
  confirmation: Confirmation,
): ReconcileEntry {
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
    remaining_minor: minorOf(amount, currency),
    estimate: false,
    amount_min: null,
    days_late: 0,
    autopay_enabled: payment.autopay_enabled,
    autopay_verified: payment.autopay_verified,
    confirmations: [id],
    why: whyUnmatched(confirmation),
    hint: `valhalla confirm ${addressOf(payment)} --link ${id} --cycle ${nearestOpen(cycles, paid_on) ?? "DAY"}`,
  };
}

/** The name of the open cycle nearest to a day, the earlier on a tie. */
function nearestOpen(cycles: readonly Reconciled[], day: Day): Day | undefined {
  const distance = ({ cycle }: Reconciled) => Math.abs(daysBetween(cycle.date, day));
  return cycles
    .filter(({ standing }) => !standing.isSettled)
    .toSorted((one, other) => distance(one) - distance(other))[0]?.cycle.name;
}

/** Parts that add up to what was expected are no duplicate, however alike they are. */
function duplicateEntries(reconciled: Reconciled): ReconcileEntry[] {
  const { payment, cycle, standing, confirmations } = reconciled;
  const { paid, expected } = standing;
  if (paid === expected || isNear(payment, cycle, paid, expected)) return [];
  return findDuplicates(confirmations).map((group) => {
    const ids = group.map(({ id }) => id);
    const why = `${ids.join(" and ")} look like one payment recorded ${ids.length} times`;
    const hint = `valhalla unconfirm ${ids.at(-1)}, or, if both were paid: valhalla confirm --not-twice ${ids.at(-1)}`;
    return { ...cycleEntry(reconciled, why), confirmations: ids, hint };
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
