import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type Day,
  dateOf,
  dayOf,
  dayOfEpoch,
  daysBetween,
  daysInMonth,
  epochDay,
  firstDay,
  isDay,
  lastDay,
  monthName,
  monthOf,
  monthsBetween,
  parseDay,
  weekdayOf,
  widenSpan,
  yearOf,
} from "../../../src/domain/days/calendar.ts";
import { Refusal } from "../../../src/domain/refusal.ts";
import { table } from "../../support/table.ts";

const anyDay = fc
  .integer({ min: epochDay(firstDay), max: epochDay(lastDay) })
  .map((count) => dayOfEpoch(count));

describe("every day of 1900–2199", () => {
  test("is spelled, counted and named as a UTC clock does", () => {
    const wrong: string[] = [];
    let count = epochDay(firstDay);
    for (; count <= epochDay(lastDay); count += 1) {
      const clock = new Date(count * 86_400_000);
      const day = dayOfEpoch(count);
      const agrees =
        day === clock.toISOString().slice(0, 10) &&
        isDay(day) &&
        epochDay(day) === count &&
        weekdayOf(day) % 7 === clock.getUTCDay() &&
        yearOf(day) === clock.getUTCFullYear() &&
        monthOf(day) === clock.getUTCMonth() + 1 &&
        dateOf(day) === clock.getUTCDate();
      if (!agrees) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(count - epochDay(firstDay)).toBe(109_573);
    expect([firstDay, lastDay]).toEqual(["1900-01-01", "2199-12-31"]);
  });

  test("and no other", () => {
    expect(() => dayOfEpoch(epochDay(firstDay) - 1)).toThrow(Refusal);
    expect(() => dayOfEpoch(epochDay(lastDay) + 1)).toThrow(Refusal);
    expect(() => addDays(lastDay, 1)).toThrow("outside the years 1900 to 2199");
    expect(() => addMonths(firstDay, -1)).toThrow("outside the years 1900 to 2199");
    expect(() => dayOfEpoch(Number.NaN)).toThrow(Refusal);
  });
});

describe("parseDay", () => {
  test.each(
    table<"why" | "text" | "message">(`
      why                          | text        | message
      29 February of a common year | 2026-02-29  | "2026-02-29" is not a day: 2026-02 has days 01 to 28
      1900 was no leap year        | 1900-02-29  | "1900-02-29" is not a day: 1900-02 has days 01 to 28
      the 31st of a short month    | 2026-04-31  | "2026-04-31" is not a day: 2026-04 has days 01 to 30
      the 0th                      | 2026-04-00  | "2026-04-00" is not a day: 2026-04 has days 01 to 30
      a 13th month                 | 2026-13-01  | "2026-13-01" is not a day: there is no month 13
      too early                    | 1899-12-31  | "1899-12-31" is not a day: the years known are 1900 to 2199
      too late                     | 2200-01-01  | "2200-01-01" is not a day: the years known are 1900 to 2199
      words                        | tomorrow    | "tomorrow" is not a day: it does not read as year, month and day
      no zeros                     | 2026-1-5    | "2026-1-5" is not a day: it does not read as year, month and day
      other digits                 | ٢٠٢٦-٠١-٠٥  | "٢٠٢٦-٠١-٠٥" is not a day: it does not read as year, month and day
      a time of day                | 2026-01-05T | "2026-01-05T" is not a day: it does not read as year, month and day
    `),
  )("refuses $why", ({ text, message }) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(
      expect.objectContaining({ code: "bad-day", message, hint: "Write it as YYYY-MM-DD." }),
    );
  });

  test("takes 29 February of a leap year", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    expect(parseDay("2000-02-29")).toBe("2000-02-29");
    expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
  });

  test("refuses parts that are no day", () => {
    expect(() => dayOf(2026, 2, 30)).toThrow(Refusal);
    expect(() => dayOf(2026, 40, 1)).toThrow(Refusal);
    expect(() => dayOf(12026, 1, 1)).toThrow(Refusal);
  });
});

describe("addMonths", () => {
  test.each(
    table<"why" | "day" | "months" | "then">(`
      why                           | day        | months | then
      a short month clamps          | 2026-01-31 | 1      | 2026-02-28
      a leap February               | 2023-12-31 | 2      | 2024-02-29
      a year on from 29 February    | 2024-02-29 | 12     | 2025-02-28
      four years on                 | 2024-02-29 | 48     | 2028-02-29
      backwards over new year       | 2026-01-15 | -1     | 2025-12-15
      backwards into a short month  | 2026-03-31 | -1     | 2026-02-28
    `),
  )("$why", ({ day, months, then }) => {
    expect(addMonths(parseDay(day), Number(months))).toBe(then);
  });
});

describe("days as numbers", () => {
  test("adding what lies between leads from one day to the other", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) > 0).toBe(from < to);
      }),
      { numRuns: 5000 },
    );
  });

  test("a month has as many days as lie before the next", () => {
    expect(daysInMonth(2026, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
    expect(daysInMonth(2199, 12)).toBe(31);
  });
});

describe("spans", () => {
  test("name the months they touch", () => {
    const months = (from: string, to: string) => monthsBetween(from as Day, to as Day);
    expect(months("2025-11-30", "2026-02-01")).toEqual([
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(months("2026-02-01", "2026-02-28")).toEqual(["2026-02"]);
    expect(months("2026-02-01", "2026-01-31")).toEqual([]);
    expect(monthName(parseDay("2026-02-01"))).toBe("2026-02");
  });

  test("stop growing at the ends of the calendar", () => {
    expect(widenSpan({ from: firstDay, to: lastDay }, 40, 40)).toEqual({
      from: firstDay,
      to: lastDay,
    });
    const span = { from: parseDay("2026-01-05"), to: parseDay("2026-01-05") };
    expect(widenSpan(span, 5, 1)).toEqual({ from: "2025-12-31", to: "2026-01-06" });
  });
});
