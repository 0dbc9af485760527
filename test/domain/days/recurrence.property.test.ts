import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { anchorFor } from "../../../src/domain/days/anchor.ts";
import { type Cadence, cadences } from "../../../src/domain/days/cadence.ts";
import {
  addDays,
  type Day,
  dateOf,
  dayOfEpoch,
  epochDay,
  firstDay,
  lastDay,
  monthOf,
} from "../../../src/domain/days/calendar.ts";
import { holidaysOf, noHolidays } from "../../../src/domain/days/holidays.ts";
import { nominalDays, type Recurrence } from "../../../src/domain/days/recurrence.ts";
import { loadRules, ruleDays } from "../../../src/domain/days/rule.ts";

beforeAll(loadRules);

const dayBetween = (from: Day, to: Day) =>
  fc.integer({ min: epochDay(from), max: epochDay(to) }).map(dayOfEpoch);
const weekday = fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun");
const onePosition = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map(String),
  fc.constant("last"),
  fc.tuple(fc.constantFrom("1", "2", "3", "4", "last"), weekday).map((pair) => pair.join("")),
  fc.constantFrom("1", "2", "3", "10", "20", "last").map((nth) => `${nth}business`),
);
const twoPositions = fc.oneof(
  fc.integer({ min: 1, max: 27 }).map((date) => `${date},last`),
  fc.tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 14, max: 28 })).map(String),
  weekday.map((day) => `1${day},3${day}`),
);

/** Any recurrence but a rule; its anchor is the first day that its due day names from some day on. */
const anyRecurrence: fc.Arbitrary<Recurrence> = fc
  .constantFrom(...cadences.filter((cadence) => cadence !== "rule"))
  .chain((cadence) =>
    fc.record({
      cadence: fc.constant(cadence),
      every: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 5 })),
      anchor: dayBetween(addDays(firstDay, 100), addDays(lastDay, -20_000)),
      due_day: dueDayOf(cadence),
      rule: fc.constant(null),
      until: fc.constant(null),
      count: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
  )
  .chain((recurrence) => {
    const anchor = anchorFor(recurrence, recurrence.anchor, noHolidays);
    const until = fc.option(
      fc.integer({ min: -10, max: 2000 }).map((days) => addDays(anchor, days)),
    );
    return until.map((day) => ({ ...recurrence, anchor, until: day }));
  });

test("rrule-temporal agrees wherever RFC 5545 can say it", { timeout: 120_000 }, () => {
  let said = 0;
  let days = 0;
  const spans = fc.tuple(fc.integer({ min: -100, max: 1500 }), fc.integer({ min: 0, max: 500 }));
  fc.assert(
    fc.property(anyRecurrence, spans, (recurrence, [offset, length]) => {
      const rule = inRfc5545(recurrence);
      if (rule === null) return;
      said += 1;
      const from = addDays(recurrence.anchor, offset);
      const span = { from, to: addDays(from, length) };
      const { until, count } = recurrence;
      const end = until !== null && until < span.to ? until : span.to;
      const theirs = ruleDays(rule, recurrence.anchor, { from, to: end }, count);
      expect(nominalDays(recurrence, span, noHolidays)).toEqual(theirs);
      days += theirs.length;
    }),
    { numRuns: 5000 },
  );
  expect(said).toBeGreaterThan(3500);
  expect(days).toBeGreaterThan(10_000);
});

test("rrule-temporal agrees however long ago the anchor was", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyRecurrence, dayBetween(firstDay, addDays(lastDay, -400)), (found, from) => {
      const recurrence = { ...found, until: null, count: null };
      const rule = inRfc5545(recurrence);
      if (rule === null || found.cadence === "once") return;
      const span = { from, to: addDays(from, 400) };
      const theirs = ruleDays(rule, recurrence.anchor, span, null);
      expect(nominalDays(recurrence, span, noHolidays)).toEqual(theirs);
    }),
    { numRuns: 2000 },
  );
});

test("the first day is the first that rrule-temporal finds", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyRecurrence, fc.integer({ min: 0, max: 40 }), (found, offset) => {
      const recurrence = { ...found, every: 1, until: null, count: null };
      const start = addDays(recurrence.anchor, offset);
      const rule = inRfc5545({ ...recurrence, cadence: "monthly" });
      if (rule === null || found.due_day === null || found.cadence === "semimonthly") return;
      const [theirs] = ruleDays(rule, start, { from: start, to: addDays(start, 62) }, 1);
      expect(anchorFor(recurrence, start, noHolidays)).toBe(theirs);
    }),
    { numRuns: 2000 },
  );
});

test("a span is its two parts together, in any calendar", () => {
  const calendars = fc.constantFrom(null, "CA", "CA-ON", "CA-NU");
  const lengths = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 900 }));
  fc.assert(
    fc.property(
      anyRecurrence,
      fc.integer({ min: 0, max: 15_000 }),
      lengths,
      calendars,
      (recurrence, offset, [first, second], calendar) => {
        const holidays = holidaysOf(calendar, {});
        const days = (from: Day, to: Day) => nominalDays(recurrence, { from, to }, holidays);
        const from = addDays(recurrence.anchor, offset);
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const parts = [...days(from, middle), ...days(addDays(middle, 1), to)];
        expect(days(from, to)).toEqual(parts);
        expect(parts).toEqual([...new Set(parts)].toSorted());
      },
    ),
    { numRuns: 5000 },
  );
});

test("the first cycles of a count are the first cycles without it", () => {
  fc.assert(
    fc.property(anyRecurrence, fc.integer({ min: 1, max: 60 }), (found, count) => {
      const span = { from: found.anchor, to: addDays(found.anchor, 5000) };
      const endless = nominalDays({ ...found, count: null }, span, noHolidays);
      const counted = nominalDays({ ...found, count }, span, noHolidays);
      expect(counted).toEqual(endless.slice(0, count));
    }),
    { numRuns: 2000 },
  );
});

function dueDayOf(cadence: Cadence): fc.Arbitrary<string | null> {
  if (cadence === "semimonthly") return fc.option(twoPositions);
  return ["once", "daily", "weekly", "biweekly"].includes(cadence)
    ? fc.constant(null)
    : fc.option(onePosition);
}

/** The same recurrence as an RRULE without its end, or null where RFC 5545 has no words for it. */
function inRfc5545(recurrence: Recurrence): string | null {
  const { cadence, every, anchor } = recurrence;
  switch (cadence) {
    case "once":
      return "FREQ=DAILY;COUNT=1";
    case "daily":
      return `FREQ=DAILY;INTERVAL=${every}`;
    case "weekly":
      return `FREQ=WEEKLY;INTERVAL=${every}`;
    case "biweekly":
      return `FREQ=WEEKLY;INTERVAL=${every * 2}`;
    case "semimonthly": {
      const places = bothPlaces(recurrence);
      return every === 1 && places !== null ? `FREQ=MONTHLY;${places}` : null;
    }
    case "yearly":
      return `FREQ=YEARLY;INTERVAL=${every};BYMONTH=${monthOf(anchor)};${place(recurrence)}`;
    default: {
      const months = { monthly: 1, bimonthly: 2, quarterly: 3, semiannual: 6, rule: 0 }[cadence];
      return `FREQ=MONTHLY;INTERVAL=${months * every};${place(recurrence)}`;
    }
  }
}

function place({ due_day, anchor }: Recurrence): string {
  const text = due_day ?? String(dateOf(anchor));
  const [, nth = "", unit = ""] = /^(last|\d+)(.*)$/.exec(text) ?? [];
  const number = nth === "last" ? -1 : Number(nth);
  if (unit === "business") return `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${number}`;
  if (unit !== "") return `BYDAY=${number}${unit.slice(0, 2).toUpperCase()}`;
  if (number <= 28) return `BYMONTHDAY=${number}`;
  const dates = [28, 29, 30, 31].filter((date) => date <= number);
  return `BYMONTHDAY=${dates.join(",")};BYSETPOS=-1`;
}

function bothPlaces({ due_day, anchor }: Recurrence): string | null {
  if (due_day === null) {
    const early = dateOf(anchor) > 15 ? dateOf(anchor) - 15 : dateOf(anchor);
    return early <= 13 ? `BYMONTHDAY=${early},${early + 15}` : null;
  }
  const places = due_day.split(",").map((each) => place({ ...anyTerm, due_day: each, anchor }));
  const [first = "", second = ""] = places.map((each) => each.split("=")[1] ?? "");
  return `${places[0]?.split("=")[0]}=${first},${second}`;
}

const anyTerm = { cadence: "monthly", every: 1, rule: null, until: null, count: null } as const;
