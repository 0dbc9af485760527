import { describe, expect, test } from "vitest";
import { anchorFor } from "../../../src/domain/days/anchor.ts";
import { cadences } from "../../../src/domain/days/cadence.ts";
import { parseDay } from "../../../src/domain/days/calendar.ts";
import { noHolidays } from "../../../src/domain/days/holidays.ts";
import { nominalDays, type Recurrence } from "../../../src/domain/days/recurrence.ts";
import { table } from "../../support/table.ts";

type Column = "why" | "cadence" | "anchor" | "from" | "to" | "days";

describe("nominalDays", () => {
  test.each(
    table<Column>(`
      why                                  | cadence                    | anchor     | from       | to         | days
      the 31st in short months             | monthly                    | 2026-01-31 | 2026-01-01 | 2026-05-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31
      29 February yearly                   | yearly                     | 2024-02-29 | 2025-01-01 | 2028-12-31 | 2025-02-28 2026-02-28 2027-02-28 2028-02-29
      quarterly from the 30th              | quarterly                  | 2025-11-30 | 2026-01-01 | 2026-08-31 | 2026-02-28 2026-05-30 2026-08-30
      once                                 | once                       | 2026-03-01 | 2026-01-01 | 2027-12-31 | 2026-03-01
      once, long ago                       | once                       | 2025-03-01 | 2026-01-01 | 2027-12-31 |
      nothing before the anchor            | monthly                    | 2026-03-10 | 2026-01-01 | 2026-03-09 |
      both ends of the span count          | weekly                     | 2026-01-05 | 2026-01-12 | 2026-01-19 | 2026-01-12 2026-01-19
      daily                                | daily                      | 2026-02-27 | 2026-02-01 | 2026-03-02 | 2026-02-27 2026-02-28 2026-03-01 2026-03-02
      every 10 days, over a leap day       | daily every 10             | 2024-02-20 | 2024-02-21 | 2024-03-20 | 2024-03-01 2024-03-11
      biweekly over new year               | biweekly                   | 2025-12-19 | 2025-12-20 | 2026-01-20 | 2026-01-02 2026-01-16
      every 3 weeks                        | weekly every 3             | 2026-01-02 | 2026-01-03 | 2026-02-28 | 2026-01-23 2026-02-13
      bimonthly                            | bimonthly                  | 2025-12-31 | 2026-01-01 | 2026-06-30 | 2026-02-28 2026-04-30 2026-06-30
      semiannual                           | semiannual                 | 2025-08-31 | 2026-01-01 | 2026-12-31 | 2026-02-28 2026-08-31
      every 2 years                        | yearly every 2             | 2024-02-29 | 2025-01-01 | 2028-12-31 | 2026-02-28 2028-02-29
      monthly on the last day              | monthly last               | 2026-02-28 | 2026-02-01 | 2026-04-30 | 2026-02-28 2026-03-31 2026-04-30
      a date the anchor clamped            | monthly 31                 | 2026-02-28 | 2026-02-01 | 2026-04-30 | 2026-02-28 2026-03-31 2026-04-30
      the 2nd Tuesday                      | monthly 2tue               | 2026-01-13 | 2026-01-01 | 2026-03-31 | 2026-01-13 2026-02-10 2026-03-10
      the last Friday                      | monthly lastfri            | 2026-01-30 | 2026-01-01 | 2026-03-31 | 2026-01-30 2026-02-27 2026-03-27
      the 3rd business day                 | monthly 3business          | 2026-01-05 | 2026-01-01 | 2026-03-31 | 2026-01-05 2026-02-04 2026-03-04
      the last business day                | monthly lastbusiness       | 2026-01-30 | 2026-01-01 | 2026-05-31 | 2026-01-30 2026-02-27 2026-03-31 2026-04-30 2026-05-29
      the first place after the anchor     | monthly 15                 | 2026-01-20 | 2026-01-01 | 2026-03-31 | 2026-02-15 2026-03-15
      and its months go on from there      | quarterly 15               | 2026-01-20 | 2026-01-01 | 2026-12-31 | 2026-02-15 2026-05-15 2026-08-15 2026-11-15
      twice a month                        | semimonthly 15,last        | 2026-01-15 | 2026-01-01 | 2026-03-15 | 2026-01-15 2026-01-31 2026-02-15 2026-02-28 2026-03-15
      twice a month from its second day    | semimonthly 1,15           | 2026-01-02 | 2026-01-01 | 2026-02-20 | 2026-01-15 2026-02-01 2026-02-15
      twice a month, 15 days apart         | semimonthly                | 2026-01-31 | 2026-01-01 | 2026-03-20 | 2026-01-31 2026-02-16 2026-02-28 2026-03-16
      twice a month from an early day      | semimonthly                | 2026-01-05 | 2026-01-01 | 2026-02-20 | 2026-01-05 2026-01-20 2026-02-05 2026-02-20
      every second half month              | semimonthly 1,15 every 2   | 2026-01-15 | 2026-01-01 | 2026-03-20 | 2026-01-15 2026-02-15 2026-03-15
      every third half month               | semimonthly 1,15 every 3   | 2026-01-01 | 2026-01-01 | 2026-04-30 | 2026-01-01 2026-02-15 2026-04-01
      until a day, included                | weekly until 2026-01-19    | 2026-01-05 | 2026-01-01 | 2026-02-28 | 2026-01-05 2026-01-12 2026-01-19
      a number of times                    | monthly count 3            | 2026-01-31 | 2026-01-01 | 2026-12-31 | 2026-01-31 2026-02-28 2026-03-31
      counted from the anchor              | monthly count 3            | 2026-01-31 | 2026-03-01 | 2026-12-31 | 2026-03-31
      all of them past                     | daily count 3              | 2026-01-01 | 2026-01-04 | 2026-12-31 |
      counted from the first place         | quarterly 15 count 2       | 2026-01-20 | 2026-01-01 | 2026-12-31 | 2026-02-15 2026-05-15
      until before the anchor              | monthly until 2025-01-01   | 2026-01-31 | 2024-01-01 | 2026-12-31 |
      at the end of the calendar           | monthly 1                  | 2199-11-15 | 2199-01-01 | 2199-12-31 | 2199-12-01
      past the end of the calendar         | monthly 1                  | 2199-12-15 | 2199-01-01 | 2199-12-31 |
      at its start                         | yearly                     | 1900-01-01 | 1900-01-01 | 1901-12-31 | 1900-01-01 1901-01-01
      an empty span                        | daily                      | 2026-01-01 | 2026-01-03 | 2026-01-02 |
    `),
  )("$why", ({ cadence, anchor, from, to, days }) => {
    const span = { from: parseDay(from), to: parseDay(to) };
    expect(nominalDays(recurrence(cadence, anchor), span, noHolidays).join(" ")).toBe(days);
  });

  test("costs the same however long ago the anchor was", () => {
    let asked = 0;
    const counting = {
      has: () => {
        asked += 1;
        return false;
      },
    };
    const cost = (anchor: string): number => {
      asked = 0;
      const span = { from: parseDay("2190-01-01"), to: parseDay("2190-12-31") };
      expect(nominalDays(recurrence("monthly 3business", anchor), span, counting)).toHaveLength(12);
      return asked;
    };
    expect(cost("1900-01-03")).toBe(cost("2189-12-03"));
  });
});

describe("anchorFor", () => {
  test.each(
    table<"why" | "cadence" | "start" | "anchor">(`
      why                            | cadence             | start      | anchor
      today is the 15th              | monthly 15          | 2026-01-15 | 2026-01-15
      the 15th is past               | monthly 15          | 2026-01-20 | 2026-02-15
      the 31st of a short month      | monthly 31          | 2026-02-10 | 2026-02-28
      a yearly one takes the first   | yearly 15           | 2026-01-20 | 2026-02-15
      a one-off on the 15th          | once 15             | 2026-01-20 | 2026-02-15
      a one-off                      | once                | 2026-01-20 | 2026-01-20
      weekly from its start          | weekly              | 2026-01-20 | 2026-01-20
      the last Friday is past        | monthly lastfri     | 2026-01-31 | 2026-02-27
      twice a month                  | semimonthly 15,last | 2026-01-20 | 2026-01-31
    `),
  )("$why", ({ cadence, start, anchor }) => {
    expect(anchorFor(recurrence(cadence, start), parseDay(start), noHolidays)).toBe(anchor);
  });

  test("refuses what never falls due", () => {
    const late = recurrence("monthly 1", "2199-12-15");
    expect(() => anchorFor(late, late.anchor, noHolidays)).toThrow(
      expect.objectContaining({ code: "bad-cadence" }),
    );
  });
});

/** Reads `monthly 15 every 2 until 2026-01-01 count 3`; only the cadence must be there. */
function recurrence(words: string, anchor: string): Recurrence {
  const [, name, due_day, every, until, count] =
    /^(\w+)(?: (?!every|until|count)(\S+))?(?: every (\d+))?(?: until (\S+))?(?: count (\d+))?$/.exec(
      words,
    ) ?? [];
  const cadence = cadences.find((known) => known === name);
  if (cadence === undefined) throw new Error(`not a recurrence: ${words}`);
  return {
    cadence,
    every: Number(every ?? 1),
    anchor: parseDay(anchor),
    due_day: due_day ?? null,
    rule: null,
    until: until === undefined ? null : parseDay(until),
    count: count === undefined ? null : Number(count),
  };
}
