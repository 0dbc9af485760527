import fc from "fast-check";
import { type Cycle, cyclesDue } from "../../src/domain/cycles/cycle.ts";
import { cadences } from "../../src/domain/days/cadence.ts";
import { addDays, type Day } from "../../src/domain/days/calendar.ts";
import { rolls } from "../../src/domain/days/roll.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "./a-payment.ts";

/** The first day of the payments that are made up. */
export const start = day("2026-01-01");
/** A day at most so many days after it. */
export const dayWithin = (most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(start, days));
/** A household with a calendar that rests for weeks. */
export const policy = {
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
export const somePayment: fc.Arbitrary<Payment> = fc
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
