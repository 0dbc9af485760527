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
import { addDays, type Day, isWithin } from "../../../src/domain/days/calendar.ts";
import { rolls } from "../../../src/domain/days/roll.ts";
import { type Payment, statusOn } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";

const start = day("2026-01-01");
const dayWithin = (most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(start, days));
const policy = {
  ...defaultPolicy,
  calendars: {
    shutdown: Array.from({ length: 24 }, (_, days) => addDays(day("2026-06-20"), days)),
  },
};

const someTerm = fc
  .record({
    from: dayWithin(400),
    cadence: fc.constantFrom(...cadences.filter((cadence) => cadence !== "rule")),
    every: fc.integer({ min: 1, max: 3 }),
    lag: fc.integer({ min: 0, max: 40 }),
    roll: fc.constantFrom(...rolls),
    calendar: fc.constantFrom(null, "CA-ON", "shutdown"),
    place: fc.constantFrom(null, "31", "last", "2tue", "1business", "lastbusiness"),
    count: fc.option(fc.integer({ min: 1, max: 12 })),
    amount: fc.constantFrom("150.00", "160.00"),
  })
  .map(({ lag, place, ...term }) => {
    const anchor = addDays(term.from, lag);
    const due_day = ["monthly", "quarterly", "yearly"].includes(term.cadence) ? place : null;
    return aTerm({ ...term, anchor, due_day });
  });

const someTerms = fc
  .uniqueArray(someTerm, { minLength: 1, maxLength: 3, selector: ({ from }) => from })
  .map((terms) => terms.sort((one, other) => (one.from < other.from ? -1 : 1)));

const someChanges = fc.uniqueArray(dayWithin(500), { maxLength: 3 }).map((days) =>
  days.sort().map((on, index) => ({
    status: index % 2 === 0 ? ("paused" as const) : ("active" as const),
    on,
  })),
);

/** A payment of up to three terms, rolled, moved, skipped and paused. */
const somePayment: fc.Arbitrary<Payment> = fc
  .tuple(
    someTerms,
    someChanges,
    fc.array(fc.tuple(fc.nat({ max: 30 }), fc.option(dayWithin(500))), { maxLength: 4 }),
  )
  .map(([terms, status_changes, special]) => {
    const plain = aPayment({ terms });
    const cycles = cyclesDue(plain, { from: start, to: addDays(start, 500) }, policy);
    const exceptions = special.flatMap(([index, moved_to]): [Day, Cycle["exception"]][] => {
      const cycle = cycles[index];
      if (cycle === undefined) return [];
      return [[cycle.name, moved_to === null ? { skipped: true } : { moved_to }]];
    });
    return { ...plain, status_changes, exceptions: Object.fromEntries(exceptions) };
  });

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
