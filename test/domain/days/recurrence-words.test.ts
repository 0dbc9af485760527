import { describe, expect, test } from "vitest";
import { cadences } from "../../../src/domain/days/cadence.ts";
import { recurrenceMeant } from "../../../src/domain/days/recurrence-meant.ts";
import { readRecurrence } from "../../../src/domain/days/recurrence-words.ts";
import { day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

/** `2 × monthly, on 15, from 2026-02-01`; what was not said is left out. */
function shown(words: string, begin: string): string {
  const { cadence, every, due_day, start } = recurrenceMeant(readRecurrence(words), day(begin));
  return [
    cadence === undefined ? "" : `${every === undefined ? "" : `${every} × `}${cadence}`,
    due_day === undefined ? "" : `on ${due_day}`,
    start === undefined ? "" : `from ${start}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

describe("the words for a cadence (today is Thursday 2026-01-15)", () => {
  test.each(
    table<"words" | "means">(`
      words                              | means
      once                               | once
      one-time                           | once
      One Time                           | once
      daily                              | daily
      every day                          | daily
      per day                            | daily
      every 3 days                       | 3 × daily
      weekly                             | weekly
      a week                             | weekly
      /wk                                | weekly
      biweekly                           | biweekly
      bi-weekly                          | biweekly
      fortnightly                        | biweekly
      every fortnight                    | biweekly
      every 2 weeks                      | biweekly
      every two weeks                    | biweekly
      every other week                   | biweekly
      every second week                  | biweekly
      every 4 weeks                      | 4 × weekly
      semimonthly                        | semimonthly
      semi-monthly                       | semimonthly
      SEMI_MONTHLY                       | semimonthly
      twice a month                      | semimonthly
      monthly                            | monthly
      Monthly                            | monthly
      /mo                                | monthly
      / month                            | monthly
      mo                                 | monthly
      month                              | monthly
      per month                          | monthly
      a month                            | monthly
      each month                         | monthly
      every month                        | monthly
      every 5 months                     | 5 × monthly
      bimonthly                          | bimonthly
      every 2 months                     | bimonthly
      every other month                  | bimonthly
      quarterly                          | quarterly
      every quarter                      | quarterly
      per quarter                        | quarterly
      every 3 months                     | quarterly
      every third month                  | quarterly
      semiannual                         | semiannual
      semi-annually                      | semiannual
      twice a year                       | semiannual
      every 6 months                     | semiannual
      yearly                             | yearly
      annual                             | yearly
      annually                           | yearly
      /yr                                | yearly
      per year                           | yearly
      a year                             | yearly
      per annum                          | yearly
      every 12 months                    | yearly
      every other year                   | 2 × yearly
      every friday                       | weekly, from 2026-01-16
      fridays                            | weekly, from 2026-01-16
      on thursdays                       | weekly, from 2026-01-15
      weekly on friday                   | weekly, from 2026-01-16
      weekly on wednesday from 2026-03-05 | weekly, from 2026-03-11
      every other friday                 | biweekly, from 2026-01-16
      every 2 weeks on friday            | biweekly, from 2026-01-16
      every 2 weeks every friday         | biweekly, from 2026-01-16
      biweekly monday                    | biweekly, from 2026-01-19
      biweekly from 2026-01-23           | biweekly, from 2026-01-23
      on the 15th                        | on 15
      due the 15th                       | on 15
      due 15                             | on 15
      monthly 1st                        | monthly, on 1
      monthly on 3                       | monthly, on 3
      every 15th                         | monthly, on 15
      15th of every month                | monthly, on 15
      on the first of the month          | on 1
      on the last day                    | on last
      last day of the month              | on last
      at the end of the month            | on last
      month end                          | on last
      quarterly month end                | quarterly, on last
      last friday of the month           | on lastfri
      every last friday                  | monthly, on lastfri
      monthly on the 2nd tuesday         | monthly, on 2tue
      every 2nd tuesday of the month     | monthly, on 2tue
      quarterly on 2tue                  | quarterly, on 2tue
      first business day                 | on 1business
      on the last working day            | on lastbusiness
      quarterly on the 5th from march 1  | quarterly, on 5, from 2026-03-01
      twice a month on 1 and 15          | semimonthly, on 1,15
      on the 1st and 15th                | semimonthly, on 1,15
      every 1st and 15th                 | semimonthly, on 1,15
      monthly on the 15th and last day   | semimonthly, on 15,last
      on 15,last                         | semimonthly, on 15,last
      yearly on march 15                 | yearly, from 2026-03-15
      yearly on 15 march                 | yearly, from 2026-03-15
      yearly on jan 14                   | yearly, from 2027-01-14
      every march 15                     | yearly, from 2026-03-15
      yearly on the 15th                 | yearly, on 15
      on march 15                        | once, from 2026-03-15
      once on 2026-03-01                 | once, from 2026-03-01
      on 2026-03-01 yearly               | yearly, from 2026-03-01
      next friday                        | once, from 2026-01-16
      tomorrow                           | once, from 2026-01-16
      monthly starting feb 1             | monthly, from 2026-02-01
    `),
  )("$words: $means", ({ words, means }) => {
    expect(shown(words, "2026-01-15")).toBe(means);
  });

  test.each(cadences.filter((cadence) => cadence !== "rule"))("%s is called so", (cadence) => {
    expect(shown(cadence, "2026-01-15")).toBe(cadence);
  });

  test.each(
    table<"words" | "message">(`
      words                     | message
      sometimes                 | "sometimes" is not a cadence
                                | "" is not a cadence
      rule                      | "rule" is not a cadence
      monthly maybe             | "monthly maybe" is not a cadence
      every 0 weeks             | "every 0 weeks" is not a cadence
      every 1000 weeks          | "every 1000 weeks" is not a cadence
      every monday and friday   | "every monday and friday" is not a cadence
      biannual                  | "biannual" is not a cadence
      monthly 15                | "monthly 15" is not a cadence
      monthly weekly            | it cannot be monthly and weekly at once
      weekly every 2 weeks      | it cannot be weekly and biweekly at once
      monthly every 15 weeks    | it cannot be monthly and weekly at once
      monthly on friday         | it cannot be monthly and on each such weekday
      on friday yearly          | it cannot be yearly and on each such weekday
      on the 1st on the 3rd     | it names two places in the month
      weekly on friday on monday | it names two days
      from feb 1 from feb 2     | it names two starts
      every 2nd friday          | "every 2nd friday" reads two ways: every 2 weeks on friday, and the 2nd friday of the month
      every third monday        | "every third monday" reads two ways: every 3 weeks on monday, and the third monday of the month
      on the 32nd               | "32nd" is not a place in the month
      on the 5th friday         | "5th friday" is not a place in every month
      on feb 30                 | "feb 30" is not a day: February has days 1 to 29
      from 02/05                | "02/05" reads two ways: February 5 and May 2
    `),
  )("refused: $words", ({ words, message }) => {
    const refusal = refusalOf(() => shown(words, "2026-01-15"));
    expect(refusal.message).toBe(message);
    expect(refusal.hint).not.toBe("");
    expect(refusal.code).toBe(/day: |02\/05/.test(message) ? "bad-day" : "bad-cadence");
  });

  test("a weekday is the first on or after the day it begins", () => {
    expect(shown("every other friday", "2026-01-16")).toBe("biweekly, from 2026-01-16");
    expect(shown("every other friday", "2026-01-17")).toBe("biweekly, from 2026-01-23");
  });
});
