import { describe, expect, test } from "vitest";
import { isBusinessDay, roll, rolledDate } from "../../../src/domain/days/business-day.ts";
import { firstDay, parseDay } from "../../../src/domain/days/calendar.ts";
import { holidaysOf, noHolidays } from "../../../src/domain/days/holidays.ts";
import { type Roll, rolls } from "../../../src/domain/days/roll.ts";
import { table } from "../../support/table.ts";

describe("roll", () => {
  test.each(
    table<"why" | "day" | "roll" | "calendar" | "date">(`
      why                                      | day        | roll               | calendar | date
      a business day stays                     | 2026-01-30 | following          | CA       | 2026-01-30
      no convention leaves a Saturday          | 2026-01-31 | none               | CA       | 2026-01-31
      a Saturday to the Monday after           | 2026-01-31 | following          |          | 2026-02-02
      a Saturday to the Friday before          | 2026-01-31 | preceding          |          | 2026-01-30
      not into another month                   | 2026-01-31 | modified-following |          | 2026-01-30
      within the month it follows              | 2026-01-17 | modified-following |          | 2026-01-19
      a weekend before a holiday               | 2026-05-16 | following          | CA       | 2026-05-19
      the same without the calendar            | 2026-05-16 | following          |          | 2026-05-18
      a holiday of one province                | 2026-02-16 | following          | CA-ON    | 2026-02-17
      is a business day in another             | 2026-02-16 | following          | CA-QC    | 2026-02-16
      over Easter                              | 2026-04-03 | preceding          | CA-ON    | 2026-04-02
      over Christmas on a Saturday             | 2021-12-25 | following          | CA-ON    | 2021-12-29
      back over new year                       | 2027-01-01 | preceding          | CA       | 2026-12-31
      on over new year                         | 2022-12-31 | following          | CA       | 2023-01-03
      not on over new year                     | 2022-12-31 | modified-following | CA       | 2022-12-30
    `),
  )("$why", ({ day, roll: word, calendar, date }) => {
    const holidays = holidaysOf(calendar === "" ? null : calendar, {});
    expect(roll(parseDay(day), convention(word), holidays)).toBe(date);
    expect(rolledDate(parseDay(day), { roll: convention(word) }, holidays)).toBe(date);
  });

  test("stays where there is no business day on that side", () => {
    const onMonday = holidaysOf("CA", {});
    expect(roll(firstDay, "preceding", onMonday)).toBe(firstDay);
    expect(roll(parseDay("2026-01-05"), "following", { has: () => true })).toBe("2026-01-05");
  });
});

describe("holidaysOf", () => {
  test("takes a list of the user's, also in place of a built-in one", () => {
    const own = { office: [parseDay("2026-01-05")], CA: [parseDay("2026-01-06")] };
    expect(isBusinessDay(parseDay("2026-01-05"), holidaysOf("office", own))).toBe(false);
    expect(isBusinessDay(parseDay("2026-01-06"), holidaysOf("office", own))).toBe(true);
    expect(isBusinessDay(parseDay("2026-01-06"), holidaysOf("CA", own))).toBe(false);
    expect(isBusinessDay(parseDay("2026-07-01"), holidaysOf("CA", own))).toBe(true);
    expect(isBusinessDay(parseDay("2026-07-01"), holidaysOf("CA", {}))).toBe(false);
  });

  test("of no calendar leaves the weekends", () => {
    expect(isBusinessDay(parseDay("2026-07-01"), holidaysOf(null, {}))).toBe(true);
    expect(isBusinessDay(parseDay("2026-07-04"), noHolidays)).toBe(false);
    expect(isBusinessDay(parseDay("2026-07-05"), noHolidays)).toBe(false);
  });

  test.each(
    table<"name" | "hint">(`
      name     | hint
      ca-on    | Write CA-ON.
      bc       | Write CA-BC.
      Office   | Write office.
      US       | The calendars are CA, CA-AB, CA-BC, CA-MB, CA-NB, CA-NL, CA-NS, CA-NT, CA-NU, CA-ON, CA-PE, CA-QC, CA-SK, CA-YT, office.
      toString | The calendars are CA, CA-AB, CA-BC, CA-MB, CA-NB, CA-NL, CA-NS, CA-NT, CA-NU, CA-ON, CA-PE, CA-QC, CA-SK, CA-YT, office.
    `),
  )("refuses $name", ({ name, hint }) => {
    expect(() => holidaysOf(name, { office: [] })).toThrow(
      expect.objectContaining({
        code: "bad-value",
        message: `there is no calendar "${name}"`,
        hint,
      }),
    );
  });
});

function convention(word: string): Roll {
  const found = rolls.find((known) => known === word);
  if (found === undefined) throw new Error(`no convention: ${word}`);
  return found;
}
