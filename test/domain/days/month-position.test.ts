import { describe, expect, test } from "vitest";
import { type Cadence, cadences } from "../../../src/domain/days/cadence.ts";
import { dayOfEpoch, monthNumber, parseDay } from "../../../src/domain/days/calendar.ts";
import { parseDueDay, parsePositions } from "../../../src/domain/days/due-day.ts";
import { holidaysOf } from "../../../src/domain/days/holidays.ts";
import {
  datesOf,
  dayInMonth,
  parseMonthPosition,
  printMonthPosition,
} from "../../../src/domain/days/month-position.ts";
import { table } from "../../support/table.ts";

const nths = ["1", "2", "3", "4", "last"];
const everyPosition = [
  ...Array.from({ length: 31 }, (_, index) => String(index + 1)),
  "last",
  ...["mon", "tue", "wed", "thu", "fri", "sat", "sun"].flatMap((day) =>
    nths.map((nth) => nth + day),
  ),
  ...Array.from({ length: 23 }, (_, index) => `${index + 1}business`),
  "lastbusiness",
];

describe("a place in the month", () => {
  test.each(everyPosition)("%s reads back as it was written", (text) => {
    const position = parseMonthPosition(text);
    expect(printMonthPosition(position)).toBe(text);
    expect(parseMonthPosition(printMonthPosition(position))).toEqual(position);
  });

  test.each(
    table<"text" | "kept">(`
      text          | kept
      15th          | 15
      1st           | 1
      02            | 2
      LAST          | last
      2Tuesday      | 2tue
      2ndtue        | 2tue
      lastfriday    | lastfri
      4thurs        | 4thu
      3rdbusiness   | 3business
      lastBusiness  | lastbusiness
      first         | 1
      the 15th      | 15
      last day      | last
      end           | last
      2 tue         | 2tue
      2tuesdays     | 2tue
      second monday | 2mon
      last friday   | lastfri
      3rd business day  | 3business
      last working day  | lastbusiness
    `),
  )("$text is kept as $kept", ({ text, kept }) => {
    expect(printMonthPosition(parseMonthPosition(text))).toBe(kept);
  });

  test.each([
    ...["0", "32", "-1", "1.5", "", "tue", "0tue", "9tue", "lastly", "15 day"],
    ...["0business", "24business", "firstly", "15,last", "2026-01-15", "١٥", "100"],
  ])("%j is none", (text) => {
    expect(() => parseMonthPosition(text)).toThrow(
      expect.objectContaining({ code: "bad-cadence" }),
    );
  });

  test("a fifth weekday is refused with what to write for it", () => {
    expect(() => parseMonthPosition("5tue")).toThrow(
      expect.objectContaining({
        code: "bad-cadence",
        message: '"5tue" is not a place in every month',
        hint: "Not every month has a fifth; write lasttue for the last one.",
      }),
    );
  });

  test.each(
    table<"why" | "position" | "month" | "calendar" | "day">(`
      why                                | position     | month   | calendar | day
      a date                             | 15           | 2026-02 |          | 2026-02-15
      a date past the end                | 31           | 2026-02 |          | 2026-02-28
      a date past the end of a leap one  | 30           | 2024-02 |          | 2024-02-29
      the last day                       | last         | 2026-04 |          | 2026-04-30
      the first Monday on the 1st        | 1mon         | 2026-06 |          | 2026-06-01
      the first Sunday on the 7th        | 1sun         | 2026-06 |          | 2026-06-07
      the fourth Monday                  | 4mon         | 2026-06 |          | 2026-06-22
      the last Monday is the fifth       | lastmon      | 2026-06 |          | 2026-06-29
      the last Tuesday on the last day   | lasttue      | 2026-06 |          | 2026-06-30
      the first business day             | 1business    | 2026-08 |          | 2026-08-03
      after a holiday                    | 1business    | 2026-08 | CA-BC    | 2026-08-04
      after an observed holiday          | 1business    | 2022-01 | CA       | 2022-01-04
      the last business day              | lastbusiness | 2026-05 |          | 2026-05-29
      more business days than there are  | 23business   | 2026-02 |          | 2026-02-27
    `),
  )("$why", ({ position, month, calendar, day }) => {
    const number = monthNumber(parseDay(`${month}-01`));
    const holidays = holidaysOf(calendar === "" ? null : calendar, {});
    expect(dayOfEpoch(dayInMonth(parseMonthPosition(position), number, holidays))).toBe(day);
  });

  test("a month of holidays only takes its last day", () => {
    const january = monthNumber(parseDay("2026-01-01"));
    const position = parseMonthPosition("3business");
    expect(dayOfEpoch(dayInMonth(position, january, { has: () => true }))).toBe("2026-01-31");
  });

  test.each(everyPosition)("%s falls within the dates it says", (text) => {
    const position = parseMonthPosition(text);
    const { earliest, latest } = datesOf(position);
    const holidays = holidaysOf("CA-NU", {});
    for (let month = 1990 * 12; month < 2018 * 12; month += 1) {
      const start = dayInMonth({ kind: "date", date: 1 }, month, holidays);
      const date = dayInMonth(position, month, holidays) - start + 1;
      expect(date).toBeGreaterThanOrEqual(earliest);
      expect(date).toBeLessThanOrEqual(latest);
    }
  });
});

describe("parseDueDay", () => {
  test.each(
    table<"cadence" | "text" | "kept">(`
      cadence     | text       | kept
      monthly     | 15th       | 15
      yearly      | LastFri    | lastfri
      quarterly   | 3business  | 3business
      once        | 31         | 31
      semimonthly | last,15    | 15,last
      semimonthly | 1, 15      | 1,15
      semimonthly | 3fri,1fri  | 1fri,3fri
      semimonthly | 1business,lastbusiness | 1business,lastbusiness
    `),
  )("keeps $text of a $cadence cadence as $kept", ({ cadence, text, kept }) => {
    expect(parseDueDay(text, cadenceOf(cadence))).toBe(kept);
    expect(parsePositions(kept).map(printMonthPosition).join(",")).toBe(kept);
  });

  test.each(
    table<"cadence" | "text" | "message">(`
      cadence     | text    | message
      weekly      | fri     | a weekly cadence takes no due day
      daily       | 1       | a daily cadence takes no due day
      biweekly    | 15      | a biweekly cadence takes no due day
      rule        | 15      | a rule cadence takes no due day
      monthly     | 15,last | "15,last" is not a due day for a monthly cadence
      semimonthly | 15      | "15" is not a due day for a semimonthly cadence
      semimonthly | 1,10,20 | "1,10,20" is not a due day for a semimonthly cadence
      semimonthly | 15,15   | "15,15" names two places that can fall on the same day
      semimonthly | 30,last | "30,last" names two places that can fall on the same day
      semimonthly | 28,last | "28,last" names two places that can fall on the same day
      semimonthly | 15,3fri | "15,3fri" names two places that can fall on the same day
      semimonthly | 15,     | "" is not a place in the month
      monthly     | 32      | "32" is not a place in the month
      yearly      | 5mon    | "5mon" is not a place in every month
    `),
  )("refuses $text of a $cadence cadence", ({ cadence, text, message }) => {
    expect(() => parseDueDay(text, cadenceOf(cadence))).toThrow(
      expect.objectContaining({ code: "bad-cadence", message, hint: expect.any(String) }),
    );
  });
});

function cadenceOf(word: string): Cadence {
  const found = cadences.find((known) => known === word);
  if (found === undefined) throw new Error(`no cadence: ${word}`);
  return found;
}
