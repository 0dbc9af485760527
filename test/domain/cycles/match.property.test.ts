import fc from "fast-check";
import { expect, test } from "vitest";
import { byDate, type Cycle } from "../../../src/domain/cycles/cycle.ts";
import { matchPaid, type Paid } from "../../../src/domain/cycles/match.ts";
import { matchWindow } from "../../../src/domain/cycles/match-window.ts";
import { addDays, daysBetween } from "../../../src/domain/days/calendar.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aTerm, day } from "../../support/a-payment.ts";

const start = day("2026-01-01");

/** A few cycles of one payment: any cadence each, as after moves and changes of term. */
const someCycles = fc
  .uniqueArray(
    fc.record({
      name: fc.integer({ min: 0, max: 24 }),
      shift: fc.oneof(fc.constant(0), fc.integer({ min: -6, max: 6 })),
      cadence: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const),
      every: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4, selector: ({ name }) => name },
  )
  .map((drafts) =>
    drafts.map(({ name, shift, cadence, every }): Cycle => {
      const anchor = addDays(start, name);
      const term = aTerm({ cadence, every, anchor });
      return { name: anchor, date: addDays(anchor, shift), term, exception: {} };
    }),
  );

const somePaid = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    paid_on: fc.integer({ min: -3, max: 30 }).map((offset) => addDays(start, offset)),
  }),
  { maxLength: 5, selector: ({ id }) => id },
);

const distanceOf = (cycle: Cycle, { paid_on }: Paid): number =>
  Math.abs(daysBetween(cycle.date, paid_on));

function canPair(cycle: Cycle, { paid_on }: Paid): boolean {
  const { from, to } = matchWindow(cycle, defaultPolicy);
  return from <= paid_on && paid_on <= to;
}

/** Tries everything: the most pairs, and the least distance of so many. */
function bestOf([cycle, ...others]: readonly Cycle[], paid: readonly Paid[]): [number, number] {
  if (cycle === undefined) return [0, 0];
  return paid
    .filter((each) => canPair(cycle, each))
    .reduce<[number, number]>(
      (best, each) => {
        const [count, distance] = bestOf(
          others,
          paid.filter((other) => other !== each),
        );
        const found: [number, number] = [count + 1, distance + distanceOf(cycle, each)];
        return found[0] > best[0] || (found[0] === best[0] && found[1] < best[1]) ? found : best;
      },
      bestOf(others, paid),
    );
}

test("matching is one to one, inside the windows, as many as can be, at the least distance", () => {
  fc.assert(
    fc.property(someCycles, somePaid, (cycles, paid) => {
      const matched = matchPaid(cycles, paid, defaultPolicy);
      const used = [...matched.values()].map(({ name }) => name);
      expect(new Set(used).size).toBe(used.length);
      let distance = 0;
      for (const [id, cycle] of matched) {
        const each = paid.find((one) => one.id === id);
        if (each === undefined) throw new Error(`${id} was not paid`);
        expect(canPair(cycle, each)).toBe(true);
        distance += distanceOf(cycle, each);
      }
      expect([matched.size, distance]).toEqual(bestOf(cycles, paid));
    }),
    { numRuns: 5000 },
  );
});

test("matching does not depend on the order of what is matched", () => {
  const shuffled = fc
    .tuple(someCycles, somePaid)
    .chain(([cycles, paid]) =>
      fc.tuple(
        fc.constant(cycles),
        fc.constant(paid),
        fc.shuffledSubarray(cycles, { minLength: cycles.length }),
        fc.shuffledSubarray(paid, { minLength: paid.length }),
      ),
    );
  const named = (cycles: readonly Cycle[], paid: readonly Paid[]) =>
    [...matchPaid(cycles, paid, defaultPolicy)].map(([id, { name }]) => `${id} ${name}`).sort();
  fc.assert(
    fc.property(shuffled, ([cycles, paid, otherCycles, otherPaid]) => {
      expect(named(otherCycles, otherPaid)).toEqual(named(cycles, paid));
    }),
    { numRuns: 3000 },
  );
});

test("sixty cycles that all reach each other are all matched, each window worked out once", () => {
  let windows = 0;
  const policy = {
    ...defaultPolicy,
    get match_before() {
      windows += 1;
      return 2;
    },
  };
  const cycles = Array.from({ length: 60 }, (_, index): Cycle => {
    const name = addDays(start, index);
    return { name, date: addDays(start, index % 3), term: aTerm({ anchor: name }), exception: {} };
  }).sort(byDate);
  const paid = Array.from({ length: 200 }, (_, index) => ({
    id: `pc_${String(index).padStart(3, "0")}`,
    paid_on: addDays(start, index % 5),
  }));
  expect(matchPaid(cycles, paid, policy).size).toBe(60);
  expect(windows).toBeLessThanOrEqual(60);
});
