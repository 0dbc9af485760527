import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type Day,
  dateOf,
  dayOfEpoch,
  epochDay,
  monthOf,
  weekdayOf,
} from "../../../src/domain/days/calendar.ts";
import { monthNames, weekdayNames } from "../../../src/domain/days/day-names.ts";
import { readDay } from "../../../src/domain/days/read-day.ts";
import { day } from "../../support/a-payment.ts";

describe("whatever today is", () => {
  const anyDay = fc
    .integer({ min: epochDay(day("1910-01-01")), max: epochDay(day("2190-12-31")) })
    .map(dayOfEpoch);
  const phrasesFor = (meant: Day) => [
    String(dateOf(meant)),
    `${monthNames[monthOf(meant) - 1]} ${dateOf(meant)}`,
    `${dateOf(meant)} ${monthNames[monthOf(meant) - 1]?.slice(0, 3)}`,
    meant.slice(5),
    `${weekdayNames[weekdayOf(meant) - 1]}`,
  ];

  test("a phrase leads to the nearest day it names, today included, and past it to none", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (today, meant) => {
        for (const phrase of phrasesFor(meant)) {
          const future = readDay(phrase, { today, direction: "future" });
          const past = readDay(phrase, { today, direction: "past" });
          expect(phrasesFor(future)).toContain(phrase);
          expect(phrasesFor(past)).toContain(phrase);
          expect(past <= today && today <= future).toBe(true);
          // From the day found, the same phrase leads nowhere else.
          expect(readDay(phrase, { today: future, direction: "past" })).toBe(future);
          expect(readDay(phrase, { today: past, direction: "future" })).toBe(past);
        }
      }),
    );
  });

  test("a full day and a count of days are what they say, wherever they are written", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), (today, count) => {
        for (const direction of ["past", "future"] as const) {
          expect(readDay(today, { today: day("2026-01-15"), direction })).toBe(today);
          expect(readDay(`in ${count} days`, { today, direction })).toBe(addDays(today, count));
          expect(readDay(`${count} days ago`, { today, direction })).toBe(addDays(today, -count));
        }
      }),
    );
  });
});
