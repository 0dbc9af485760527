import { addDays, type Day, firstDay, isDay, lastDay, later, widenSpan } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import {
  byDate,
  type Cycle,
  cyclesDue,
  cyclesNamed,
  dueSince,
  findCycle,
  isOwed,
} from "./cycle.ts";
import type { Evidence } from "./settle.ts";
import { settlementOf } from "./standing.ts";

/**
 * What is open of a payment, so that no question walks through its history again: every cycle named before `through`
 * is settled, not owed, or listed in `open`. It holds for one state of the payment's record, of the calendars it rolls
 * by, and of its confirmations.
 */
export interface OpenMark {
  readonly through: Day;
  /** The names of the open cycles before `through`, oldest first. */
  readonly open: readonly Day[];
}

/** The mark that holds for every payment, because it says nothing. */
export const emptyMark: OpenMark = { through: firstDay, open: [] };

/**
 * Makes the mark of a payment by walking through its cycles by name, up to the first one named after `today`.
 *
 * `from` is an earlier mark of the same payment; what it lists is looked at again, and the walk begins where it ended. A
 * later `today` only walks farther: it never changes what is said of a cycle.
 */
export function markOf(
  payment: Payment,
  evidence: Evidence,
  today: Day,
  policy: Policy,
  from: OpenMark = emptyMark,
): OpenMark {
  const through = later(from.through, firstNamedAfter(payment, today, policy));
  const listed = cyclesListed(payment, from, policy);
  const rest = { from: from.through, to: addDays(through, -1) };
  const open = [...listed, ...cyclesNamed(payment, rest, policy)].filter((cycle) =>
    isOpen(payment, cycle, evidence),
  );
  return { through, open: open.map(({ name }) => name) };
}

/**
 * Yields the open cycles whose date is on or before `until`, by date: those of the mark, and those named after it. The
 * evidence of a cycle after the mark is read when its turn comes.
 */
export function* openCycles(
  payment: Payment,
  mark: OpenMark,
  evidence: Evidence,
  until: Day,
  policy: Policy,
): Generator<Cycle> {
  const listed = cyclesListed(payment, mark, policy).filter(({ date }) => date <= until);
  const span = { from: dueSince(payment, policy, mark.through), to: until };
  const beyond = cyclesDue(payment, span, policy).filter(({ name }) => name >= mark.through);
  for (const cycle of [...listed, ...beyond].sort(byDate)) {
    if (cycle.name < mark.through || isOpen(payment, cycle, evidence)) yield cycle;
  }
}

/**
 * Lists cycles in a mark as if they were open, so that `markOf` looks at them again: those whose confirmations changed,
 * a void among them. What comes out is only good for being the `from` of `markOf`.
 */
export function doubtCycles(mark: OpenMark, names: Iterable<Day>): OpenMark {
  const behind = [...names].filter((name) => name < mark.through);
  return { ...mark, open: [...new Set([...mark.open, ...behind])].sort() };
}

/**
 * The `from` for the mark of a payment whose record changed: with those cycles in doubt of which something else is said
 * now, and empty where the terms or the days of its status changed.
 */
export function markBefore(mark: OpenMark, before: Payment, after: Payment): OpenMark {
  if (!isSame(before.terms, after.terms)) return emptyMark;
  if (!isSame(before.status_changes, after.status_changes)) return emptyMark;
  const said = Object.keys({ ...before.exceptions, ...after.exceptions }).filter(isDay);
  const changed = said.filter((name) => !isSame(before.exceptions[name], after.exceptions[name]));
  return doubtCycles(mark, changed);
}

/** The name of the first cycle after a day; the last day known where there is none. */
function firstNamedAfter(payment: Payment, day: Day, policy: Policy): Day {
  for (let days = 62; ; days *= 2) {
    const ahead = widenSpan({ from: day, to: day }, 0, days);
    const next = cyclesNamed(payment, ahead, policy).find(({ name }) => name > day);
    if (next !== undefined || ahead.to === lastDay) return next?.name ?? lastDay;
  }
}

function cyclesListed(payment: Payment, { open }: OpenMark, policy: Policy): Cycle[] {
  return open.flatMap((name) => findCycle(payment, name, policy) ?? []);
}

function isOpen(payment: Payment, cycle: Cycle, evidence: Evidence): boolean {
  if (!isOwed(payment, cycle)) return false;
  return !settlementOf(payment, cycle, evidence(payment.id, cycle.name)).isSettled;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
