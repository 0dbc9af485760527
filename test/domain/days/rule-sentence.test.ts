import { describe, expect, test } from "vitest";
import { cadences } from "../../../src/domain/days/cadence.ts";
import { parseDay } from "../../../src/domain/days/calendar.ts";
import { rolls } from "../../../src/domain/days/roll.ts";
import { ruleSentence } from "../../../src/domain/days/rule-sentence.ts";
import { table } from "../../support/table.ts";

type Column = "cadence" | "every" | "anchor" | "due" | "roll" | "calendar" | "sentence";

describe("ruleSentence", () => {
  test.each(
    table<Column>(`
      cadence     | every | anchor     | due          | roll      | calendar | sentence
      once        | 1     | 2026-03-01 |              | none      |          | once on 2026-03-01
      daily       | 1     | 2026-03-01 |              | none      |          | daily
      daily       | 10    | 2026-03-01 |              | none      |          | every 10 days
      weekly      | 1     | 2026-03-06 |              | none      |          | weekly on Friday
      weekly      | 3     | 2026-03-02 |              | none      |          | every 3 weeks on Monday
      biweekly    | 1     | 2026-03-06 |              | following | CA       | every 2 weeks on Friday, following business day (CA)
      biweekly    | 2     | 2026-03-08 |              | none      |          | every 4 weeks on Sunday
      semimonthly | 1     | 2026-01-15 | 15,last      | none      |          | twice a month on the 15th and the last day
      semimonthly | 1     | 2026-01-31 |              | none      |          | twice a month on the 16th and the 31st (last day in short months)
      semimonthly | 2     | 2026-01-01 | 1,15         | none      |          | twice a month on the 1st and the 15th, every 2nd time
      monthly     | 1     | 2026-01-31 |              | preceding |          | monthly on the 31st (last day in short months), preceding business day
      monthly     | 1     | 2026-02-28 | 31           | none      |          | monthly on the 31st (last day in short months)
      monthly     | 1     | 2026-01-12 |              | none      | CA       | monthly on the 12th
      monthly     | 1     | 2026-01-31 | last         | none      |          | monthly on the last day
      monthly     | 1     | 2026-01-13 | 2tue         | none      |          | monthly on the 2nd Tuesday
      monthly     | 1     | 2026-01-30 | lastfri      | none      |          | monthly on the last Friday
      monthly     | 1     | 2026-01-06 | 3business    | none      | CA-ON    | monthly on the 3rd business day (CA-ON)
      monthly     | 1     | 2026-01-30 | lastbusiness | none      |          | monthly on the last business day
      monthly     | 2     | 2026-01-21 |              | none      |          | every 2 months on the 21st, from January 2026
      monthly     | 5     | 2026-01-22 |              | none      |          | every 5 months on the 22nd, from January 2026
      bimonthly   | 1     | 2026-01-23 |              | none      |          | every 2 months on the 23rd, from January 2026
      quarterly   | 1     | 2025-11-30 |              | none      |          | every 3 months on the 30th (last day in short months), in February, May, August and November
      semiannual  | 1     | 2025-11-11 |              | none      |          | every 6 months on the 11th, in May and November
      semiannual  | 3     | 2025-11-11 |              | none      |          | every 18 months on the 11th, from November 2025
      yearly      | 1     | 2024-02-29 |              | none      |          | yearly on February 29 (28 in common years)
      yearly      | 1     | 2026-02-28 | 31           | none      |          | yearly on February 29 (28 in common years)
      yearly      | 1     | 2026-02-28 |              | none      |          | yearly on February 28
      yearly      | 1     | 2026-04-30 | 31           | none      |          | yearly on April 30
      yearly      | 2     | 2026-03-10 | 2tue         | none      |          | every 2 years on the 2nd Tuesday of March
    `),
  )("$sentence", ({ sentence, ...term }) => {
    expect(ruleSentence(pattern(term))).toBe(sentence);
  });

  test("says a rule as it is", () => {
    const term = { cadence: "rule", every: "1", anchor: "2026-01-13", due: "" };
    const rule = "FREQ=MONTHLY;BYDAY=2TU";
    expect(ruleSentence({ ...pattern({ ...term, roll: "none", calendar: "" }), rule })).toBe(
      "by the rule FREQ=MONTHLY;BYDAY=2TU from 2026-01-13",
    );
  });

  test("says its end last", () => {
    const term = { cadence: "monthly", every: "1", anchor: "2026-01-15", due: "" };
    const monthly = pattern({ ...term, roll: "modified-following", calendar: "CA-QC" });
    expect(ruleSentence({ ...monthly, until: parseDay("2026-12-31") })).toBe(
      "monthly on the 15th, following business day, or the preceding one at the end of a month (CA-QC), until 2026-12-31",
    );
    const plain = { ...monthly, roll: "none", calendar: null } as const;
    expect(ruleSentence({ ...plain, count: 12 })).toBe("monthly on the 15th, 12 times");
    expect(ruleSentence({ ...plain, count: 1 })).toBe("monthly on the 15th, 1 time");
  });
});

function pattern(row: Record<Exclude<Column, "sentence">, string>) {
  const cadence = cadences.find((known) => known === row.cadence);
  const roll = rolls.find((known) => known === row.roll);
  if (cadence === undefined || roll === undefined) throw new Error(`no pattern: ${row.cadence}`);
  return {
    cadence,
    every: Number(row.every),
    anchor: parseDay(row.anchor),
    due_day: row.due === "" ? null : row.due,
    rule: null,
    roll,
    calendar: row.calendar === "" ? null : row.calendar,
    until: null,
    count: null,
  };
}
