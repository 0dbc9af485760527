import fc from "fast-check";
import { expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import { confirmPayment } from "../../../src/domain/confirming/confirm.ts";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { standeeOf } from "../../../src/domain/cycles/settle.ts";
import { standingOf } from "../../../src/domain/cycles/standing.ts";
import { cadences } from "../../../src/domain/days/cadence.ts";
import { addDays, type Day } from "../../../src/domain/days/calendar.ts";
import { decimalOf } from "../../../src/domain/money/money.ts";
import {
  matchingSpan,
  type Reconciliation,
  reconcilePayment,
} from "../../../src/domain/reconciling/reconcile.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";

const start = day("2026-01-01");
const today = day("2026-06-30");
const span = { from: day("2026-03-01"), to: day("2026-04-30") };
const inside = matchingSpan(span, defaultPolicy);

const plainCadence = fc.constantFrom(...cadences.filter((cadence) => cadence !== "rule"));
const offset = fc.integer({ min: 0, max: 200 });
const somePayment = fc
  .record({
    cadence: plainCadence,
    every: fc.integer({ min: 1, max: 2 }),
    anchor: fc.integer({ min: 0, max: 60 }).map((days) => addDays(start, days)),
    roll: fc.constantFrom("none" as const, "preceding" as const, "following" as const),
    moves: fc.array(fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: -9, max: 9 })), {
      maxLength: 2,
    }),
  })
  .map(({ moves, ...term }) => {
    const names = cyclesDue(aPayment(term), { from: start, to: today }, defaultPolicy);
    const exceptions = moves.flatMap(([index, days]): [Day, { moved_to: Day }][] => {
      const cycle = names[index];
      return cycle === undefined ? [] : [[cycle.name, { moved_to: addDays(cycle.date, days) }]];
    });
    return aPayment({ ...term, exceptions: Object.fromEntries(exceptions) });
  });

const amount = fc.constantFrom("150.00", "150.00", "100.00", "50.00", "200.00");
const looseOnes = fc.array(fc.tuple(offset, amount), { maxLength: 8 }).map((drafts) =>
  drafts.map(([days, paid], index) =>
    aConfirmation({
      id: `pc_${index}`,
      cycle: null,
      paid_on: addDays(start, days),
      amount: paid,
    }),
  ),
);

const briefly = ({ cycles, unmatched }: Reconciliation) => ({
  cycles: cycles.map(({ cycle, standing, confirmations, nearest }) => ({
    name: cycle.name,
    ...standing,
    confirmations: confirmations.map(({ id }) => id).sort(),
    nearest: nearest?.id,
  })),
  unmatched: unmatched.map(({ id }) => id).sort(),
});

test("reconciling does not depend on the order of the confirmations", () => {
  const shuffled = looseOnes.chain((loose) =>
    fc.tuple(fc.constant(loose), fc.shuffledSubarray(loose, { minLength: loose.length })),
  );
  fc.assert(
    fc.property(somePayment, shuffled, (payment, [loose, other]) => {
      const view = aView(today);
      expect(briefly(reconcilePayment(payment, span, other, view))).toEqual(
        briefly(reconcilePayment(payment, span, loose, view)),
      );
    }),
    { numRuns: 2000 },
  );
});

test("reconciling uses no confirmation twice, and each inside the span is matched or unmatched", () => {
  fc.assert(
    fc.property(somePayment, looseOnes, (payment, loose) => {
      const { cycles, unmatched } = reconcilePayment(payment, span, loose, aView(today));
      const used = cycles.flatMap(({ confirmations }) => confirmations.map(({ id }) => id));
      const all = [...used, ...unmatched.map(({ id }) => id)];
      expect(new Set(all).size).toBe(all.length);
      for (const { confirmations } of cycles) expect(confirmations.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2000 },
  );
});

test("a longer history changes nothing: what was paid or recorded outside the matching span is not looked at", () => {
  const outside = fc
    .array(
      fc.tuple(
        fc.oneof(
          fc.integer({ min: 1, max: 300 }).map((days) => addDays(inside.from, -days)),
          fc.integer({ min: 1, max: 300 }).map((days) => addDays(inside.to, days)),
        ),
        fc.boolean(),
      ),
      { maxLength: 6 },
    )
    .map((drafts) =>
      drafts.map(([paid_on, isLinked], index) =>
        aConfirmation({ id: `pc_old_${index}`, paid_on, cycle: isLinked ? paid_on : null }),
      ),
    );
  fc.assert(
    fc.property(somePayment, looseOnes, outside, (payment, loose, old) => {
      const near = loose.filter(({ paid_on }) => inside.from <= paid_on && paid_on <= inside.to);
      // A cycle that is named far outside may have been moved or rolled inside, where it bears on the answer.
      const names = new Set(cyclesDue(payment, inside, defaultPolicy).map(({ name }) => name));
      const linked = old.filter(({ cycle }) => cycle !== null && !names.has(cycle));
      const unlinked = old.filter(({ cycle }) => cycle === null);
      expect(
        briefly(reconcilePayment(payment, span, [...unlinked, ...near], aView(today, linked))),
      ).toEqual(briefly(reconcilePayment(payment, span, near, aView(today))));
    }),
    { numRuns: 2000 },
  );
});

test("a cycle's standing adds up, and paying what remains always settles it", () => {
  const draft = fc.record({
    price: fc.integer({ min: 1, max: 100_000 }),
    tolerance: fc.option(fc.constantFrom("0", "2.5", "7.5", "100")),
    lowest: fc.option(fc.integer({ min: 1, max: 100_000 })),
    parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 120_000 }), fc.boolean()), { maxLength: 5 }),
    expected: fc.option(fc.integer({ min: 1, max: 100_000 })),
  });
  fc.assert(
    fc.property(draft, ({ price, tolerance, lowest, parts, expected }) => {
      const isRange = tolerance === null && lowest !== null && lowest <= price;
      const name = day("2026-01-15");
      const payment = aPayment({
        amount: decimalOf(price, "CAD"),
        tolerance,
        amount_min: isRange ? decimalOf(lowest, "CAD") : null,
        exceptions: expected === null ? {} : { [name]: { expected: decimalOf(expected, "CAD") } },
      });
      const confirmations = parts.map(
        ([minor, isVoid], index): Confirmation =>
          aConfirmation({
            id: `pc_${index}`,
            amount: decimalOf(minor, "CAD"),
            voided_at: isVoid ? "2026-01-20T12:00:00.000Z" : null,
          }),
      );
      const [cycle] = cyclesDue(payment, { from: name, to: name }, defaultPolicy);
      if (cycle === undefined) throw new Error("no cycle");
      const view = aView("2026-01-16", confirmations);
      const { standing } = standeeOf(payment, cycle, view);
      const counted = parts
        .filter(([, isVoid]) => !isVoid)
        .reduce((sum, [minor]) => sum + minor, 0);
      expect(standing.paid).toBe(counted);
      expect(standing.expected).toBe(expected ?? price);
      if (standing.isSettled) {
        expect(standing.remaining).toBe(0);
        expect(["paid", "overpaid"]).toContain(standing.status);
        return;
      }
      expect(standing.paid + standing.remaining).toBe(standing.expected);
      const rest = aConfirmation({ id: "pc_x", amount: decimalOf(standing.remaining, "CAD") });
      const after = standingOf(payment, cycle, [...confirmations, rest], view.today, view.policy);
      expect(after).toMatchObject({ status: "paid", remaining: 0, isSettled: true });
    }),
    { numRuns: 3000 },
  );
});

test("however often a day's confirming is repeated, it pays one cycle", () => {
  const claim = fc.record({
    on: offset,
    early: fc.boolean(),
    minor: fc.option(fc.constant(15_000)),
  });
  fc.assert(
    fc.property(somePayment, claim, (payment, { on, early, minor }) => {
      const paid_on = addDays(start, on);
      const known: Confirmation[] = [];
      for (let time = 0; time < 3; time += 1) {
        const payout = {
          ...{ paid_on, cycle: null, early, minor, method: "PAD", ref: null, notes: "" },
          ...{ source: "manual" as const, scheduled: false },
        };
        const stamp = { id: `pc_${time}`, now: `${paid_on}T12:00:00.000Z` };
        try {
          const view = aView(paid_on, known);
          known.push(confirmPayment(payment, payout, stamp, view).confirmation);
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(nothing-owed|duplicate|already-done)$/),
          });
        }
      }
      expect(known.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2000 },
  );
});
