import { roll, rolledDate, unrolledSpan } from "../days/business-day.ts";
import {
  addDays,
  type Day,
  earlier,
  isDay,
  isWithin,
  lastDay,
  later,
  type Span,
} from "../days/calendar.ts";
import { type Holidays, holidaysOf } from "../days/holidays.ts";
import { nominalDays } from "../days/recurrence.ts";
import type { Term } from "../days/term.ts";
import { type CycleException, type Payment, statusOn } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";

/** One occurrence of a payment. */
export interface Cycle {
  /** The nominal day, before any shift: what the cycle is called, for ever. */
  readonly name: Day;
  /** The day it is due, after the business-day roll or a move. */
  readonly date: Day;
  readonly term: Term;
  readonly exception: CycleException;
}

/**
 * Lists the cycles whose date is in `span`, by date, then name. Skipped ones are there (they are
 * shown); those whose date falls while the payment was paused or cancelled are not (nothing is owed).
 *
 * The names are looked for as far outside the span as a roll can shift a date, so that none is lost at
 * an edge.
 */
export function cyclesDue(payment: Payment, span: Span, policy: Policy): Cycle[] {
  const due = cyclesIn(payment, policy, (term, rest) => unrolledSpan(span, term, rest)).filter(
    (cycle) => isDueIn(span, payment, cycle),
  );
  for (const name of movedInto(payment, span)) {
    if (due.some((cycle) => cycle.name === name)) continue;
    const moved = findCycle(payment, name, policy);
    if (moved !== null && isDueIn(span, payment, moved)) due.push(moved);
  }
  return due.sort(byDate);
}

/** Lists the cycles whose name is in `span`, by name, owed or not. */
export function cyclesNamed(payment: Payment, span: Span, policy: Policy): Cycle[] {
  return cyclesIn(payment, policy, () => span);
}

/** Finds the cycle of that name, or null when the payment never falls on that nominal day. */
export function findCycle(payment: Payment, name: Day, policy: Policy): Cycle | null {
  const [cycle] = cyclesNamed(payment, { from: name, to: name }, policy);
  return cycle ?? null;
}

/** Yields the cycles due on or after `from`, in order, lazily and without end unless the payment has one. */
export function* cyclesFrom(payment: Payment, from: Day, policy: Policy): Generator<Cycle> {
  let start = from;
  for (let days = 62; !isOverOn(payment, start); days *= 2) {
    const end = start > addDays(lastDay, -days) ? lastDay : addDays(start, days - 1);
    yield* cyclesDue(payment, { from: start, to: end }, policy);
    if (end === lastDay) return;
    start = addDays(end, 1);
  }
}

/** The earliest day on which a cycle of the payment can be due: its first may be rolled or moved ahead of its anchor. */
export function dueSince(payment: Payment, policy: Policy): Day {
  const [first] = payment.terms;
  if (first === undefined) throw new Error(`payment ${payment.id} has no term`);
  return Object.values(payment.exceptions).reduce(
    (since, { moved_to }) => (moved_to === undefined ? since : earlier(since, moved_to)),
    roll(first.anchor, "preceding", holidays(first, policy)),
  );
}

/** True when `cycle` was skipped. */
export function isSkipped(cycle: Cycle): boolean {
  return cycle.exception.skipped === true;
}

/** The term in force for a cycle of that name. */
export function termOf(payment: Payment, name: Day): Term {
  const term = payment.terms.findLast(({ from }) => from <= name) ?? payment.terms[0];
  if (term === undefined) throw new Error(`payment ${payment.id} has no term`);
  return term;
}

export function byDate(a: Cycle, b: Cycle): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return 0;
}

/** The names of the cycles that were moved to a day in the span. */
function movedInto({ exceptions }: Payment, span: Span): Day[] {
  return Object.keys(exceptions)
    .filter(isDay)
    .filter((name) => {
      const moved = exceptions[name]?.moved_to;
      return moved !== undefined && isWithin(moved, span);
    });
}

/** The cycles of each term, as far as it is in force, with their names in the span that is wanted of it. */
function cyclesIn(
  { terms, exceptions }: Payment,
  policy: Policy,
  wanted: (term: Term, rest: Holidays) => Span,
): Cycle[] {
  const cycles: Cycle[] = [];
  for (const term of terms) {
    const rest = holidays(term, policy);
    const span = inForce(term, terms, wanted(term, rest));
    if (span.from > span.to) continue;
    for (const name of nominalDays(term, span, rest)) {
      const exception = exceptions[name] ?? nothingSaid;
      const date = exception.moved_to ?? rolledDate(name, term, rest);
      cycles.push({ name, date, term, exception });
    }
  }
  return cycles;
}

const nothingSaid: CycleException = {};

/** The part of a span in which a term is in force; the first is so from the beginning. */
function inForce(term: Term, terms: readonly Term[], { from, to }: Span): Span {
  const next = terms[terms.indexOf(term) + 1];
  return {
    from: term === terms[0] ? from : later(from, term.from),
    to: next === undefined ? to : earlier(to, addDays(next.from, -1)),
  };
}

function isDueIn(span: Span, payment: Payment, { date }: Cycle): boolean {
  return isWithin(date, span) && statusOn(payment, date) === "active";
}

const holidays = (term: Term, policy: Policy): Holidays =>
  holidaysOf(term.calendar, policy.calendars);

/** Whether nothing falls due on or after a day, because the payment was stopped and never taken up again. */
function isOverOn(payment: Payment, day: Day): boolean {
  const last = payment.status_changes.at(-1);
  return last !== undefined && last.status !== "active" && last.on <= day;
}
