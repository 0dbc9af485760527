import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byDate,
  type Cycle,
  cyclesDue,
  cyclesFrom,
  findCycle,
} from "../../../src/domain/cycles/cycle.ts";
import { matchWindow } from "../../../src/domain/cycles/match-window.ts";
import { cadences } from "../../../src/domain/days/cadence.ts";
import { addDays, isWithin } from "../../../src/domain/days/calendar.ts";
import { statusOn } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment } from "../../support/a-payment.ts";
import { dayWithin, policy, somePayment, start } from "../../support/some-payment.ts";

const names = (cycles: readonly Cycle[]): string[] =>
  cycles.map(({ name, date }) => `${name} ${date}`);

test("what is due in [a,c] is what is due in [a,b] and in (b,c] together", () => {
  const threeDays = fc
    .tuple(dayWithin(520), dayWithin(520), dayWithin(520))
    .map((days) => days.sort());
  fc.assert(
    fc.property(somePayment, threeDays, (payment, [a = start, b = a, c = b]) => {
      const whole = cyclesDue(payment, { from: a, to: c }, policy);
      const parts = [
        ...cyclesDue(payment, { from: a, to: b }, policy),
        ...cyclesDue(payment, { from: addDays(b, 1), to: c }, policy),
      ];
      expect(names(parts)).toEqual(names(whole));
    }),
    { numRuns: 3000 },
  );
});

test("what is due in a span is within it, in order, once, found again by its name, and active", () => {
  fc.assert(
    fc.property(
      somePayment,
      dayWithin(300),
      fc.integer({ min: 0, max: 200 }),
      (payment, from, days) => {
        const span = { from, to: addDays(from, days) };
        const cycles = cyclesDue(payment, span, policy);
        expect(new Set(cycles.map(({ name }) => name)).size).toBe(cycles.length);
        expect(names([...cycles].sort(byDate))).toEqual(names(cycles));
        for (const cycle of cycles) {
          expect(isWithin(cycle.date, span)).toBe(true);
          expect(statusOn(payment, cycle.date)).toBe("active");
          expect(findCycle(payment, cycle.name, policy)).toEqual(cycle);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("walking from a day meets what is due in each span from it", () => {
  fc.assert(
    fc.property(somePayment, dayWithin(400), (payment, from) => {
      const to = addDays(from, 200);
      const walked: Cycle[] = [];
      for (const cycle of cyclesFrom(payment, from, policy)) {
        if (cycle.date > to) break;
        walked.push(cycle);
      }
      expect(names(walked)).toEqual(names(cyclesDue(payment, { from, to }, policy)));
    }),
    { numRuns: 2000 },
  );
});

test("neighbouring match windows of a plain cadence never overlap, whatever the household allows", () => {
  const allowed = fc.integer({ min: 0, max: 60 });
  const cadence = fc.constantFrom(...cadences.filter((each) => each !== "rule" && each !== "once"));
  fc.assert(
    fc.property(
      cadence,
      fc.integer({ min: 1, max: 4 }),
      dayWithin(365),
      allowed,
      allowed,
      (...draft) => {
        const [each, every, anchor, match_before, match_after] = draft;
        const payment = aPayment({ cadence: each, every, anchor });
        const household = { ...defaultPolicy, match_before, match_after };
        const cycles = cyclesDue(payment, { from: anchor, to: addDays(anchor, 800) }, household);
        const windows = cycles.slice(0, 12).map((cycle) => matchWindow(cycle, household));
        windows.forEach(({ from }, index) => {
          const before = windows[index - 1];
          if (before !== undefined) expect(before.to < from).toBe(true);
        });
      },
    ),
    { numRuns: 2000 },
  );
});
