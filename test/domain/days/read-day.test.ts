import { describe, expect, test } from "vitest";
import { type NearCycles, readDay, readPaidDay } from "../../../src/domain/days/read-day.ts";
import { day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("a day (today is Thursday 2026-01-15)", () => {
  const today = day("2026-01-15");

  test.each(
    table<"phrase" | "past" | "future">(`
      phrase                    | past       | future
      2026-02-05                | 2026-02-05 | 2026-02-05
      2026/2/5                  | 2026-02-05 | 2026-02-05
      2026-2-5                  | 2026-02-05 | 2026-02-05
      2026.02.05                | 2026-02-05 | 2026-02-05
      2024-02-29                | 2024-02-29 | 2024-02-29
      5                         | 2026-01-05 | 2026-02-05
      05                        | 2026-01-05 | 2026-02-05
      5th                       | 2026-01-05 | 2026-02-05
      the 5th                   | 2026-01-05 | 2026-02-05
      1st                       | 2026-01-01 | 2026-02-01
      15                        | 2026-01-15 | 2026-01-15
      22nd                      | 2025-12-22 | 2026-01-22
      31                        | 2025-12-31 | 2026-01-31
      feb 5                     | 2025-02-05 | 2026-02-05
      Feb 5                     | 2025-02-05 | 2026-02-05
      FEBRUARY 05               | 2025-02-05 | 2026-02-05
      feb. 5                    | 2025-02-05 | 2026-02-05
      feb5                      | 2025-02-05 | 2026-02-05
      5 feb                     | 2025-02-05 | 2026-02-05
      5feb                      | 2025-02-05 | 2026-02-05
      5-feb                     | 2025-02-05 | 2026-02-05
      february 5th              | 2025-02-05 | 2026-02-05
      5th of february           | 2025-02-05 | 2026-02-05
      the 5th of february       | 2025-02-05 | 2026-02-05
      jan 15                    | 2026-01-15 | 2026-01-15
      jan 14                    | 2026-01-14 | 2027-01-14
      sept 1                    | 2025-09-01 | 2026-09-01
      dec 31                    | 2025-12-31 | 2026-12-31
      feb 29                    | 2024-02-29 | 2028-02-29
      feb 5 2027                | 2027-02-05 | 2027-02-05
      feb 5, 2027               | 2027-02-05 | 2027-02-05
      5 feb 2027                | 2027-02-05 | 2027-02-05
      5-Feb-2027                | 2027-02-05 | 2027-02-05
      2027 feb 5                | 2027-02-05 | 2027-02-05
      02-05                     | 2025-02-05 | 2026-02-05
      2-5                       | 2025-02-05 | 2026-02-05
      01-15                     | 2026-01-15 | 2026-01-15
      02-29                     | 2024-02-29 | 2028-02-29
      13/02                     | 2025-02-13 | 2026-02-13
      02/13                     | 2025-02-13 | 2026-02-13
      03/03                     | 2025-03-03 | 2026-03-03
      31/12/2026                | 2026-12-31 | 2026-12-31
      12/31/2026                | 2026-12-31 | 2026-12-31
      31.12.2026                | 2026-12-31 | 2026-12-31
      04-04-2026                | 2026-04-04 | 2026-04-04
      friday                    | 2026-01-09 | 2026-01-16
      Fri                       | 2026-01-09 | 2026-01-16
      thursday                  | 2026-01-15 | 2026-01-15
      thu                       | 2026-01-15 | 2026-01-15
      thurs                     | 2026-01-15 | 2026-01-15
      wednesday                 | 2026-01-14 | 2026-01-21
      next friday               | 2026-01-16 | 2026-01-16
      last friday               | 2026-01-09 | 2026-01-09
      next thursday             | 2026-01-22 | 2026-01-22
      last thu                  | 2026-01-08 | 2026-01-08
      today                     | 2026-01-15 | 2026-01-15
      tomorrow                  | 2026-01-16 | 2026-01-16
      Yesterday                 | 2026-01-14 | 2026-01-14
      day after tomorrow        | 2026-01-17 | 2026-01-17
      the day before yesterday  | 2026-01-13 | 2026-01-13
      3 days ago                | 2026-01-12 | 2026-01-12
      a day ago                 | 2026-01-14 | 2026-01-14
      a week ago                | 2026-01-08 | 2026-01-08
      two weeks ago             | 2026-01-01 | 2026-01-01
      a fortnight ago           | 2026-01-01 | 2026-01-01
      a month ago               | 2025-12-15 | 2025-12-15
      3 months ago              | 2025-10-15 | 2025-10-15
      a year ago                | 2025-01-15 | 2025-01-15
      in 0 days                 | 2026-01-15 | 2026-01-15
      in 14 days                | 2026-01-29 | 2026-01-29
      in 2 weeks                | 2026-01-29 | 2026-01-29
      in a month                | 2026-02-15 | 2026-02-15
      in one year               | 2027-01-15 | 2027-01-15
      in twelve months          | 2027-01-15 | 2027-01-15
      a week from now           | 2026-01-22 | 2026-01-22
      10 days from today        | 2026-01-25 | 2026-01-25
      last                      | 2025-12-31 | 2026-01-31
      last day                  | 2025-12-31 | 2026-01-31
      last day of the month     | 2025-12-31 | 2026-01-31
      end of month              | 2025-12-31 | 2026-01-31
      end of the month          | 2025-12-31 | 2026-01-31
      month end                 | 2025-12-31 | 2026-01-31
      end of feb                | 2025-02-28 | 2026-02-28
      last day of February      | 2025-02-28 | 2026-02-28
      thu jan 15                | 2026-01-15 | 2026-01-15
      Thu 2026-01-15            | 2026-01-15 | 2026-01-15
    `),
  )("$phrase: $past, $future", ({ phrase, past, future }) => {
    expect(readDay(phrase, { today, direction: "past" })).toBe(past);
    expect(readDay(phrase, { today, direction: "future" })).toBe(future);
  });

  test.each(
    table<"phrase" | "message">(`
      phrase          | message
      02/05           | "02/05" reads two ways: February 5 and May 2
      2/5/2026        | "2/5/2026" reads two ways: 2026-02-05 and 2026-05-02
      5-2-2026        | "5-2-2026" reads two ways: 2026-02-05 and 2026-05-02
      05-02-26        | "05-02-26" reads three ways: 2005-02-26, 2026-02-05 and 2026-05-02
      13.02.26        | "13.02.26" reads two ways: 2013-02-26 and 2026-02-13
      31-02-26        | "31-02-26" is not a day: it has no year of four digits
      99-99-99        | "99-99-99" is not a day: it has no year of four digits
      feb 31          | "feb 31" is not a day: February has days 1 to 29
      31st of april   | "31st april" is not a day: April has days 1 to 30
      february 0      | "february 0" is not a day: February has days 1 to 29
      02-30           | "02-30" is not a day: February has days 1 to 29
      31/02           | "31/02" is not a day: no month has such a day
      30/02/2026      | "30/02/2026" is not a day: no month has such a day
      15-02           | "15-02" is not a day: there is no month 15; the month stands first
      0               | "0" is not a day: a month has days 1 to 31
      32              | "32" is not a day: a month has days 1 to 31
      2026-02-30      | "2026-02-30" is not a day: 2026-02 has days 01 to 28
      feb 29 2027     | "2027-02-29" is not a day: 2027-02 has days 01 to 28
      1899-12-31      | "1899-12-31" is not a day: the years known are 1900 to 2199
      1 jan 2200      | "2200-01-01" is not a day: the years known are 1900 to 2199
      in 200 years    | that day lies outside the years 1900 to 2199
      99999 days ago  | that day lies outside the years 1900 to 2199
      thu feb 6       | 2026-02-06 is a Friday, not a Thursday
      due             | "due" is a day only for --on of confirm
      next            | "next" is a day only for --cycle
      someday         | "someday" is not a day
      next month      | "next month" is not a day
      5 days          | "5 days" is not a day
      in days         | "in days" is not a day
      every friday    | "every friday" is not a day
      feb 2027        | "feb 2027" is not a day
      5 feb 26        | "5 feb 26" is not a day
      2026-02         | "2026-02" is not a day
      2026-02/05      | "2026-02/05" is not a day
      2026-02-05T00   | "2026-02-05T00" is not a day
      5.2             | "5.2" is not a day
      -5              | "-5" is not a day
      ٥               | "٥" is not a day
                      | "" is not a day
    `),
  )("refused: $phrase", ({ phrase, message }) => {
    const refusal = refusalOf(() => readDay(phrase, { today, direction: "future" }));
    expect(refusal.code).toBe("bad-day");
    expect(refusal.message).toBe(message);
    expect(refusal.hint).not.toBe("");
  });

  test("a refusal names the way out", () => {
    const hintOf = (phrase: string) =>
      refusalOf(() => readDay(phrase, { today, direction: "past" })).hint;
    expect(hintOf("2/5/2026")).toBe("Write the one that is meant: 2026-02-05 or 2026-05-02.");
    expect(hintOf("31-02-26")).toBe("Write it as 2031-02-26.");
    expect(hintOf("firday")).toMatch(/^Did you mean friday\? Write it as 2026-02-05, feb 5, /);
  });
});

describe("a cycle (today is Thursday 2026-01-15)", () => {
  /** A payment on the 1st and the 15th; what is before 2025-12-15 is settled, and 2026-02-01. */
  const cycles: NearCycles = {
    names: () =>
      "2025-11-01 2025-11-15 2025-12-01 2025-12-15 2026-01-01 2026-01-15 2026-02-01 2026-02-15"
        .split(" ")
        .map(day),
    isOpen: (name) => name >= "2025-12-15" && name !== "2026-02-01",
  };

  test.each(
    table<"why" | "phrase" | "cycle">(`
      why                                       | phrase        | cycle
      the day itself                            | 2025-11-01    | 2025-11-01
      a day that is no cycle's stays what it is | 2025-11-02    | 2025-11-02
      the nearest of that date                  | 15            | 2026-01-15
      an open one before a nearer settled one   | 1             | 2026-01-01
      a settled one where none is open          | nov 15        | 2025-11-15
      a month and a date                        | feb 15        | 2026-02-15
      a weekday: the nearest Thursday           | thursday      | 2026-01-15
      a weekday: Monday 15 December is open     | monday        | 2025-12-15
      a weekday: Sundays, one open              | sunday        | 2026-02-15
      a day counted from today                  | 2 weeks ago   | 2026-01-01
      a weekday that is told apart              | last thursday | 2026-01-08
      no cycle of that date: the nearest day    | 20            | 2026-01-20
      no cycle of that day: the nearest year's  | jul 17        | 2025-07-17
      the next open one, today's too            | next          | 2026-01-15
    `),
  )("$why", ({ phrase, cycle }) => {
    expect(readDay(phrase, { today: day("2026-01-15"), direction: cycles })).toBe(cycle);
  });

  test("the next one passes over what is settled", () => {
    expect(readDay("next", { today: day("2026-01-16"), direction: cycles })).toBe("2026-02-15");
  });

  test("there may be no next one", () => {
    const refusal = refusalOf(() =>
      readDay("next", { today: day("2026-02-16"), direction: cycles }),
    );
    expect(refusal.code).toBe("nothing-owed");
  });

  test("a full day looks at no cycle", () => {
    const direction: NearCycles = {
      names: () => expect.fail("the cycles were read"),
      isOpen: () => expect.fail("a cycle was read"),
    };
    expect(readDay("2026-02-01", { today: day("2026-01-15"), direction })).toBe("2026-02-01");
  });
});

test("the day something was paid may be the day it was due", () => {
  expect(readPaidDay("due", day("2026-01-15"))).toBe("due");
  expect(readPaidDay("Due", day("2026-01-15"))).toBe("due");
  expect(readPaidDay("friday", day("2026-01-15"))).toBe("2026-01-09");
});
