import type { Decimal } from "../money/decimal.ts";
import { addMinor, decimalOf } from "../money/money.ts";
import type { ReconcileEntry } from "./reconcile-report.ts";

/** What a report says of a cycle; every cycle of the span is in exactly one of them. */
export const cycleStates = [
  "paid",
  "overpaid",
  "partial",
  "pending",
  "missing",
  "failed",
  "skipped",
] as const;
export type CycleState = (typeof cycleStates)[number];

/** How many cycles are in a state, and what they come to per currency. */
export interface StateCount {
  readonly state: CycleState;
  readonly count: number;
  /** What was paid, what was paid too much, what remains, or what was expected of what is skipped. */
  readonly sums: readonly {
    readonly amount: Decimal;
    readonly amount_minor: number;
    readonly currency: string;
  }[];
  /** The days by which the oldest of them is late. */
  readonly days_late: number;
}

/** An entry with what was paid for its cycle, in minor units. */
export interface CountedEntry {
  readonly entry: ReconcileEntry;
  readonly paid: number;
}

/** Counts cycles by state, in the order of the states; the counts add up to all of them. */
export function stateCounts(cycles: readonly CountedEntry[]): StateCount[] {
  return cycleStates.map((state) => {
    const among = cycles.filter(({ entry }) => stateOf(entry) === state);
    const sums = new Map<string, number>();
    for (const each of among) {
      const { currency } = each.entry;
      sums.set(currency, addMinor(sums.get(currency) ?? 0, minorIn(state, each)));
    }
    return {
      state,
      count: among.length,
      sums: [...sums].map(([currency, minor]) => ({
        amount: decimalOf(minor, currency),
        amount_minor: minor,
        currency,
      })),
      days_late: among.reduce((most, { entry }) => Math.max(most, entry.days_late), 0),
    };
  });
}

/** The state a report puts a cycle in; null for a confirmation without a cycle. */
export function stateOf({ status }: Pick<ReconcileEntry, "status">): CycleState | null {
  switch (status) {
    case "paid":
    case "overpaid":
    case "partial":
    case "failed":
    case "skipped":
      return status;
    case "missed":
      return "missing";
    case "grace":
    case "due":
    case "due-soon":
    case "upcoming":
      return "pending";
    case "unmatched":
      return null;
  }
}

function minorIn(state: CycleState, { entry, paid }: CountedEntry): number {
  switch (state) {
    case "paid":
      return paid;
    case "overpaid":
      return paid - entry.amount_minor;
    case "skipped":
      return entry.amount_minor;
    case "partial":
    case "pending":
    case "missing":
    case "failed":
      return entry.remaining_minor;
  }
}
