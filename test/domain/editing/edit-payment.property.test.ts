import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cycle, cyclesNamed } from "../../../src/domain/cycles/cycle.ts";
import { addDays, type Day, firstDay, lastDay } from "../../../src/domain/days/calendar.ts";
import { editPayment, type PaymentPatch } from "../../../src/domain/editing/edit-payment.ts";
import { Refusal } from "../../../src/domain/refusal.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { aPayment } from "../../support/a-payment.ts";
import { dayWithin, policy, somePayment } from "../../support/some-payment.ts";

const somePatch: fc.Arbitrary<PaymentPatch> = fc.oneof(
  fc.record({ amount: fc.constantFrom("140", "150", "170", "80-160") }),
  fc.record({ roll: fc.constantFrom("none" as const, "following" as const) }),
  fc.record({ tolerance: fc.constantFrom("10", null) }),
  fc.record({ cadence: fc.constantFrom("weekly", "biweekly", "monthly", "quarterly", "daily") }),
  fc.record({ due_day: fc.constantFrom("5", "last", "2tue") }),
);

const brief = (cycles: readonly Cycle[]): string[] =>
  cycles.map(({ name, date, term }) => `${name} ${date} ${term.amount} ${term.tolerance}`);

/** The payment after the patch, or null where it is refused for a reason. */
function edited(payment: Payment, patch: PaymentPatch, from: Day): Payment | null {
  try {
    return editPayment(payment, patch, { from, correct: false }, policy);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

test("an edit leaves every cycle before its day as it was", () => {
  fc.assert(
    fc.property(somePayment, somePatch, dayWithin(450), (payment, patch, from) => {
      const after = edited(payment, patch, from);
      if (after === null) return;
      const behind = { from: firstDay, to: addDays(from, -1) };
      // A new due day may lie earlier in the month of the first cycle.
      const first = cyclesNamed(payment, { from: firstDay, to: addDays(from, 800) }, policy)[0];
      if (first === undefined || from < first.name) return;
      expect(brief(cyclesNamed(after, behind, policy))).toEqual(
        brief(cyclesNamed(payment, behind, policy)),
      );
    }),
    { numRuns: 1500 },
  );
});

test("a plan has as many cycles after its edits as before, however its days begin anew", () => {
  const somePlan = fc
    .tuple(somePayment, fc.integer({ min: 1, max: 12 }))
    .map(([payment, count]) => {
      const [first] = payment.terms;
      return first === undefined || first.cadence === "once"
        ? aPayment({ count })
        : { ...payment, terms: [{ ...first, count }] };
    });
  const count = ({ terms, ...payment }: Payment) =>
    cyclesNamed({ ...payment, terms }, { from: firstDay, to: lastDay }, policy).length;
  const someEdits = fc.array(fc.tuple(somePatch, dayWithin(450)), { maxLength: 3 });
  fc.assert(
    fc.property(somePlan, someEdits, (plan, edits) => {
      const inOrder = edits.toSorted(([, one], [, other]) => (one < other ? -1 : 1));
      const after = inOrder.reduce(
        (payment, [patch, from]) => edited(payment, patch, from) ?? payment,
        plan,
      );
      expect(count(after)).toBe(count(plan));
    }),
    { numRuns: 1500 },
  );
});

test("an edit that was made changes nothing when it is made again", () => {
  fc.assert(
    fc.property(somePayment, somePatch, dayWithin(450), (payment, patch, from) => {
      const once = edited(payment, patch, from);
      if (once === null) return;
      const twice = edited(once, patch, from);
      expect(twice).toEqual(once);
    }),
    { numRuns: 1000 },
  );
});
