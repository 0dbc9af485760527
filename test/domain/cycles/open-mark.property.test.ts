import fc from "fast-check";
import { expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import { byDate, cyclesDue, cyclesNamed } from "../../../src/domain/cycles/cycle.ts";
import {
  doubtCycles,
  emptyMark,
  markBefore,
  markOf,
  type OpenMark,
  openCycles,
} from "../../../src/domain/cycles/open-mark.ts";
import { beginningMark, owedCycles } from "../../../src/domain/cycles/owed.ts";
import type { Evidence, View } from "../../../src/domain/cycles/settle.ts";
import { settlementOf } from "../../../src/domain/cycles/standing.ts";
import { addDays, type Day, firstDay } from "../../../src/domain/days/calendar.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aTerm } from "../../support/a-payment.ts";
import { dayWithin, policy, somePayment, start } from "../../support/some-payment.ts";

/** One thing that happens to a payment; `at` chooses among its cycles or its confirmations. */
interface Event {
  readonly kind: "pay" | "void" | "skip" | "move" | "expect" | "term" | "status" | "none";
  readonly at: number;
  readonly amount: string;
  readonly on: Day;
  /** How many days pass before the next one. */
  readonly days: number;
}

const someEvents: fc.Arbitrary<Event[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Event["kind"]>(
      ...([
        "pay",
        "pay",
        "pay",
        "void",
        "skip",
        "move",
        "expect",
        "term",
        "status",
        "none",
      ] as const),
    ),
    at: fc.nat({ max: 25 }),
    amount: fc.constantFrom("150.00", "150.00", "160.00", "60.00"),
    on: dayWithin(500),
    days: fc.nat({ max: 90 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** A payment, its confirmations, the day, and the mark as it was kept over all that happened. */
class History {
  payment: Payment;
  confirmations: Confirmation[] = [];
  today = start;
  mark: OpenMark = emptyMark;

  constructor(payment: Payment) {
    this.payment = payment;
  }

  readonly evidence: Evidence = (_, cycle) =>
    this.confirmations.filter((each) => each.cycle === cycle);

  happen(event: Event): void {
    const before = this.payment;
    const touched = this.apply(event);
    const from = doubtCycles(markBefore(this.mark, before, this.payment), touched);
    this.today = addDays(this.today, event.days);
    this.mark = markOf(this.payment, this.evidence, this.today, policy, from);
  }

  private apply({ kind, at, amount, on }: Event): Day[] {
    const span = { from: firstDay, to: addDays(start, 500) };
    const cycles = cyclesNamed(this.payment, span, policy);
    const name = cycles[at % Math.max(cycles.length, 1)]?.name;
    switch (kind) {
      case "pay":
        if (name === undefined) return [];
        this.confirmations.push(aConfirmation({ cycle: name, amount }));
        return [name];
      case "void": {
        const index = at % Math.max(this.confirmations.length, 1);
        const voided = this.confirmations[index];
        if (voided === undefined) return [];
        this.confirmations[index] = { ...voided, voided_at: "2027-01-01T00:00:00.000Z" };
        return voided.cycle === null ? [] : [voided.cycle];
      }
      case "skip":
      case "move":
      case "expect":
        if (name === undefined) return [];
        this.payment = {
          ...this.payment,
          exceptions: { ...this.payment.exceptions, [name]: exceptionOf(kind, on, amount) },
        };
        return [];
      case "term":
        this.payment = { ...this.payment, terms: withTerm(this.payment, on) };
        return [];
      case "status":
        this.payment = { ...this.payment, status_changes: [{ status: "paused", on }] };
        return [];
      case "none":
        return [];
    }
  }
}

function exceptionOf(kind: "skip" | "move" | "expect", on: Day, expected: string) {
  if (kind === "skip") return { skipped: true as const };
  return kind === "move" ? { moved_to: on } : { expected };
}

const withTerm = ({ terms }: Payment, from: Day): Payment["terms"] =>
  [
    ...terms.filter((term) => term.from !== from),
    aTerm({ from, anchor: addDays(from, 3), cadence: "biweekly" }),
  ].sort((one, other) => (one.from < other.from ? -1 : 1));

/** What is open by looking at every cycle there ever was. */
function openByFullWalk({ payment, evidence }: History, until: Day): string[] {
  return cyclesDue(payment, { from: firstDay, to: until }, policy)
    .filter((cycle) => !settlementOf(payment, cycle, evidence(payment.id, cycle.name)).isSettled)
    .sort(byDate)
    .map(({ name }) => name);
}

test("by the mark, however it was kept, the same cycles are open as by a walk through all of them", () => {
  fc.assert(
    fc.property(somePayment, someEvents, dayWithin(700), (payment, events, until) => {
      const history = new History(payment);
      for (const event of events) history.happen(event);
      const { mark, evidence } = history;
      const open = [...openCycles(history.payment, mark, evidence, until, policy)];
      expect(open.map(({ name }) => name)).toEqual(openByFullWalk(history, until));
    }),
    { numRuns: 4000 },
  );
});

test("a mark that was kept is the mark that is made anew", () => {
  fc.assert(
    fc.property(somePayment, someEvents, (payment, events) => {
      const history = new History(payment);
      for (const event of events) {
        history.happen(event);
        const anew = markOf(history.payment, history.evidence, history.today, policy);
        expect(history.mark).toEqual(anew);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a mark that passes over the time before the payment was owed lists the same cycles as owed", () => {
  fc.assert(
    fc.property(
      somePayment,
      someEvents,
      dayWithin(400),
      dayWithin(700),
      (payment, events, owed_from, until) => {
        const history = new History({ ...payment, owed_from });
        for (const event of events) history.happen(event);
        const { today, evidence } = history;
        const from = beginningMark(history.payment, policy);
        const mark = markOf(history.payment, evidence, today, policy, from);
        const owedBy = (openMark: View["openMark"]) => {
          const view = { evidence, today, policy, openMark, paidOn: () => [] };
          return [...owedCycles(history.payment, until, view)].map(({ name }) => name);
        };
        expect(owedBy(() => mark)).toEqual(owedBy(() => null));
      },
    ),
    { numRuns: 2000 },
  );
});
