import { type Day, daysBetween, later, type Span } from "../days/calendar.ts";
import type { Policy } from "../settings/policy.ts";
import { byDate, type Cycle } from "./cycle.ts";
import { matchWindow } from "./match-window.ts";
import { cheapestPairing } from "./pairing.ts";

/** What can be matched to a cycle: something that was paid on a day. */
export interface Paid {
  readonly id: string;
  readonly paid_on: Day;
}

/**
 * Matches the payments of one obligation to its cycles, one to one, each inside the cycle's match
 * window: as many as can be, then the least total distance, then the smaller ids. The answer does not
 * depend on the order of either list.
 *
 * It is done run by run, where a run is what can reach each other: most often one cycle.
 *
 * @returns the id of what was paid → the cycle it settles
 */
export function matchPaid(
  cycles: readonly Cycle[],
  paid: readonly Paid[],
  policy: Policy,
): Map<string, Cycle> {
  const slots = cycles.map((cycle) => ({ cycle, ...matchWindow(cycle, policy) })).sort(bySlot);
  const sorted = [...paid].sort(byPaidOn);
  const matched = new Map<string, Cycle>();
  for (const run of runsOf(slots)) {
    const within = sorted.slice(countUntil(sorted, run.from, -1), countUntil(sorted, run.to, 0));
    for (const [each, slot] of bestMatching(run.slots, within)) matched.set(each.id, slot.cycle);
  }
  return matched;
}

/** A cycle and its match window. */
interface Slot extends Span {
  readonly cycle: Cycle;
}

interface Run extends Span {
  readonly slots: Slot[];
}

/** Cuts the slots where no window reaches across. */
function runsOf(slots: readonly Slot[]): Run[] {
  const runs: Run[] = [];
  for (const slot of slots) {
    const last = runs.at(-1);
    if (last === undefined || slot.from > last.to) {
      runs.push({ slots: [slot], from: slot.from, to: slot.to });
    } else {
      last.slots.push(slot);
      runs[runs.length - 1] = { ...last, to: later(slot.to, last.to) };
    }
  }
  return runs;
}

/** How many of the sorted payments were made before a day (-1) or until it (0). */
function countUntil(paid: readonly Paid[], day: Day, most: -1 | 0): number {
  let low = 0;
  let high = paid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(paid[middle]?.paid_on ?? day, day) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* bestMatching(
  slots: readonly Slot[],
  paid: readonly Paid[],
): Generator<readonly [Paid, Slot]> {
  const ranks = new Map([...paid].sort(byId).map(({ id }, rank) => [id, rank]));
  // One day more outweighs all the ranks together.
  const dayCost = slots.length * paid.length + 1;
  const costOf = (row: number, column: number): number | null => {
    const [slot, each] = [slots[row], paid[column]];
    if (slot === undefined || each === undefined) return null;
    if (each.paid_on < slot.from || each.paid_on > slot.to) return null;
    const distance = Math.abs(daysBetween(slot.cycle.date, each.paid_on));
    return distance * dayCost + (ranks.get(each.id) ?? 0);
  };
  const widest = slots.reduce((most, { from, to }) => Math.max(most, daysBetween(from, to)), 0);
  const mostCost = (widest + 1) * dayCost;
  for (const [column, row] of cheapestPairing(slots.length, paid.length, costOf, mostCost)) {
    const [slot, each] = [slots[row], paid[column]];
    if (slot !== undefined && each !== undefined) yield [each, slot];
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const byId = (one: Paid, other: Paid): number => compare(one.id, other.id);

const byPaidOn = (one: Paid, other: Paid): number =>
  compare(one.paid_on, other.paid_on) || byId(one, other);

const bySlot = (one: Slot, other: Slot): number =>
  compare(one.from, other.from) || byDate(one.cycle, other.cycle);
