import { beforeAll, describe, expect, test } from "vitest";
import { anchorFor } from "../../../src/domain/days/anchor.ts";
import { firstDay, parseDay } from "../../../src/domain/days/calendar.ts";
import { noHolidays } from "../../../src/domain/days/holidays.ts";
import { nominalDays } from "../../../src/domain/days/recurrence.ts";
import { loadRules, parseRule, ruleDays } from "../../../src/domain/days/rule.ts";
import { table } from "../../support/table.ts";

beforeAll(loadRules);

describe("parseRule", () => {
  test.each(
    table<"why" | "text" | "rule">(`
      why                       | text                                                | rule
      small letters             | freq=monthly;byday=2tu                              | FREQ=MONTHLY;BYDAY=2TU
      its own name before it    | RRULE:FREQ=DAILY;                                   | FREQ=DAILY
      parts in another order    | BYDAY=MO,FR;INTERVAL=2;FREQ=WEEKLY                  | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR
      an interval of one        | FREQ=WEEKLY;INTERVAL=1                              | FREQ=WEEKLY
      plus signs and zeros      | FREQ=MONTHLY;BYDAY=+01MO,-1FR                       | FREQ=MONTHLY;BYDAY=1MO,-1FR
      the same day twice        | FREQ=MONTHLY;BYMONTHDAY=15,15,-1                    | FREQ=MONTHLY;BYMONTHDAY=15,-1
      an end with a time of day | FREQ=DAILY;UNTIL=20261231T235959Z                   | FREQ=DAILY;UNTIL=20261231
      every part there is       | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;WKST=SU;COUNT=3 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;WKST=SU;COUNT=3
      a day of the year         | FREQ=YEARLY;BYYEARDAY=-1                            | FREQ=YEARLY;BYYEARDAY=-1
    `),
  )("takes $why", ({ text, rule }) => {
    expect(parseRule(text)).toBe(rule);
    expect(parseRule(rule)).toBe(rule);
  });

  test.each(
    table<"text" | "why">(`
      text                               | why
      FREQ=HOURLY                        | FREQ=HOURLY is not a value of FREQ
      FREQ=DAILY;BYHOUR=9                | there is no part "BYHOUR" in a rule of whole days
      DTSTART:20260101;FREQ=DAILY        | there is no part "DTSTART:20260101" in a rule of whole days
      RSCALE=CHINESE;FREQ=YEARLY         | there is no part "RSCALE" in a rule of whole days
      every tuesday                      | there is no part "EVERY TUESDAY" in a rule of whole days
      INTERVAL=2                         | FREQ is missing
      FREQ=DAILY;FREQ=WEEKLY             | FREQ is there twice
      FREQ=DAILY;COUNT=2;UNTIL=20260101  | COUNT and UNTIL exclude each other
      FREQ=DAILY;UNTIL=20260230          | UNTIL=20260230 is not a value of UNTIL
      FREQ=DAILY;INTERVAL=0              | INTERVAL=0 is not a value of INTERVAL
      FREQ=DAILY;INTERVAL=-1             | INTERVAL=-1 is not a value of INTERVAL
      FREQ=DAILY;COUNT=0                 | COUNT=0 is not a value of COUNT
      FREQ=MONTHLY;BYMONTHDAY=32         | BYMONTHDAY=32 is not a value of BYMONTHDAY
      FREQ=MONTHLY;BYMONTHDAY=           | BYMONTHDAY= is not a value of BYMONTHDAY
      FREQ=MONTHLY;BYMONTHDAY=1=2        | BYMONTHDAY=1=2 is not a value of BYMONTHDAY
      FREQ=MONTHLY;BYDAY=XX              | BYDAY=XX is not a value of BYDAY
      FREQ=MONTHLY;BYDAY=-MO             | BYDAY=-MO is not a value of BYDAY
      FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0   | BYSETPOS=0 is not a value of BYSETPOS
      FREQ=YEARLY;BYMONTH=-1             | BYMONTH=-1 is not a value of BYMONTH
    `),
  )("refuses $text", ({ text, why }) => {
    expect(() => parseRule(text)).toThrow(
      expect.objectContaining({
        code: "bad-cadence",
        message: `"${text}" is not a recurrence rule: ${why}`,
        hint: expect.stringContaining("RFC 5545"),
      }),
    );
  });

  test.each([
    "FREQ=WEEKLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYWEEKNO=3",
    "FREQ=WEEKLY;BYMONTHDAY=3",
    "FREQ=MONTHLY;BYYEARDAY=3",
    "FREQ=MONTHLY;BYSETPOS=1",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO",
    "",
    ";",
  ])("refuses %j as RFC 5545 does", (text) => {
    expect(() => parseRule(text)).toThrow(expect.objectContaining({ code: "bad-cadence" }));
  });
});

describe("ruleDays", () => {
  test.each(
    table<"why" | "rule" | "anchor" | "from" | "to" | "days">(`
      why                                | rule                                                | anchor     | from       | to         | days
      months without the day are skipped | FREQ=MONTHLY;BYMONTHDAY=31                          | 2026-01-31 | 2026-01-01 | 2026-05-31 | 2026-01-31 2026-03-31 2026-05-31
      the last day of a month            | FREQ=MONTHLY;BYMONTHDAY=-1                          | 2026-01-31 | 2026-01-01 | 2026-03-31 | 2026-01-31 2026-02-28 2026-03-31
      the last weekday of a month        | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1       | 2026-01-30 | 2026-05-01 | 2026-06-30 | 2026-05-29 2026-06-30
      an anchor off the rule is no day   | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15               | 2026-01-20 | 2026-01-01 | 2026-12-31 | 2026-04-15 2026-07-15 2026-10-15
      its count counts from the anchor   | FREQ=DAILY;COUNT=3                                  | 2026-01-01 | 2026-01-03 | 2026-01-31 | 2026-01-03
      its end is included                | FREQ=WEEKLY;UNTIL=20260115                          | 2026-01-01 | 2026-01-01 | 2026-01-31 | 2026-01-01 2026-01-08 2026-01-15
      both ends of the span count        | FREQ=DAILY                                          | 2020-01-01 | 2026-02-27 | 2026-03-01 | 2026-02-27 2026-02-28 2026-03-01
      an empty span                      | FREQ=DAILY                                          | 2020-01-01 | 2026-02-27 | 2026-02-26 |
      a day that no year has             | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30                 | 2026-01-01 | 2026-01-01 | 2199-12-31 |
    `),
  )("$why", ({ rule, anchor, from, to, days }) => {
    const span = { from: parseDay(from), to: parseDay(to) };
    expect(ruleDays(rule, parseDay(anchor), span, null).join(" ")).toBe(days);
  });

  test("does not tire over many years, with a count or without", () => {
    const span = { from: parseDay("1900-01-01"), to: parseDay("1939-12-31") };
    expect(ruleDays("FREQ=DAILY", firstDay, span, null)).toHaveLength(14_609);
    expect(ruleDays("FREQ=DAILY", firstDay, span, 14_000)).toHaveLength(14_000);
  });
});

describe("a term with a rule", () => {
  const term = (rule: string, count: number | null, until: string | null = null) => ({
    cadence: "rule" as const,
    every: 1,
    anchor: parseDay("2026-01-13"),
    due_day: null,
    rule,
    until: until === null ? null : parseDay(until),
    count,
  });
  const year = { from: parseDay("2026-02-01"), to: parseDay("2026-12-31") };

  test("ends by the smaller of its own count and the rule's", () => {
    const count = (rule: string, own: number) => nominalDays(term(rule, own), year, noHolidays);
    expect(count("FREQ=MONTHLY;BYDAY=2TU", 3)).toEqual(["2026-02-10", "2026-03-10"]);
    expect(count("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", 3)).toEqual(["2026-02-10"]);
    expect(count("FREQ=MONTHLY;BYDAY=2TU;COUNT=9", 2)).toEqual(["2026-02-10"]);
    expect(count("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260301", 9)).toEqual(["2026-02-10"]);
  });

  test("ends on its own last day", () => {
    const until = term("FREQ=MONTHLY;BYDAY=2TU", null, "2026-03-10");
    expect(nominalDays(until, year, noHolidays)).toEqual(["2026-02-10", "2026-03-10"]);
  });

  test("begins on the first day that matches", () => {
    const anchor = (rule: string) =>
      anchorFor({ cadence: "rule", due_day: null, rule }, parseDay("2026-01-20"), noHolidays);
    expect(anchor("FREQ=MONTHLY;BYDAY=2TU")).toBe("2026-02-10");
    expect(() => anchor("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")).toThrow(
      expect.objectContaining({ code: "bad-cadence" }),
    );
    expect(() => anchor("FREQ=DAILY;UNTIL=20251231")).toThrow(
      expect.objectContaining({ code: "bad-cadence" }),
    );
  });
});
