import { describe, expect, test } from "vitest";
import { type Captured, parseCapture } from "../../../src/domain/registry/capture.ts";
import { nameAndAmount } from "../../../src/domain/registry/capture-line.ts";
import { day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const shown = ({ name, amount, ...when }: Captured): string =>
  `${name} / ${amount} / ${Object.entries(when)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(" ")}`;

describe("a payment in one line (today is Thursday 2026-01-15)", () => {
  test.each(
    table<"line" | "captured">(`
      line                                                             | captured
      internet 85 monthly on the 15th                                  | Internet / 85 / cadence=monthly due_day=15
      internet 85                                                      | Internet / 85 /
      internet 85.50 on the 1st                                        | Internet / 85.50 / due_day=1
      internet 85 monthly on 3                                         | Internet / 85 / cadence=monthly due_day=3
      internet 85 monthly 1st                                          | Internet / 85 / cadence=monthly due_day=1
      INTERNET 85 Monthly ON THE 15TH                                  | INTERNET / 85 / cadence=monthly due_day=15
      netflix 16.99/mo                                                 | Netflix / 16.99 / cadence=monthly
      netflix 16.99 /mo                                                | Netflix / 16.99 / cadence=monthly
      netflix 16.99 a month                                            | Netflix / 16.99 / cadence=monthly
      domain 14 per year                                               | Domain / 14 / cadence=yearly
      domain 14/yr on march 3                                          | Domain / 14 / cadence=yearly start=2026-03-03
      netflix 9.99 usd                                                 | Netflix / 9.99 USD /
      netflix 9.99usd/mo                                               | Netflix / 9.99 USD / cadence=monthly
      netflix US$ 9.99 per month                                       | Netflix / US$ 9.99 / cadence=monthly
      rent 2000 CAD on the last business day                           | Rent / 2000 CAD / due_day=lastbusiness
      rent 2000CAD monthly                                             | Rent / 2000 CAD / cadence=monthly
      rent CAD 2000 on the 3rd business day                            | Rent / CAD 2000 / due_day=3business
      rent $2,000.00 on the last day                                   | Rent / $2,000.00 / due_day=last
      rent €2000 on last                                               | Rent / €2000 / due_day=last
      miete 900 € monthly                                              | Miete / 900 € / cadence=monthly
      rent 2000 on the last friday                                     | Rent / 2000 / due_day=lastfri
      rent 2000 last friday of the month                               | Rent / 2000 / due_day=lastfri
      rent 2000 on the 2nd tuesday                                     | Rent / 2000 / due_day=2tue
      rent 2000 on the 1st and 15th                                    | Rent / 2000 / cadence=semimonthly due_day=1,15
      rent 2000 on the 15th and the last day                           | Rent / 2000 / cadence=semimonthly due_day=15,last
      wages 30 twice a month on 1 and 15                               | Wages / 30 / cadence=semimonthly due_day=1,15
      gym 24.99 every 2 weeks on friday                                | Gym / 24.99 / cadence=biweekly start=2026-01-16
      gym 24.99 every other friday                                     | Gym / 24.99 / cadence=biweekly start=2026-01-16
      gym 24.99 every friday                                           | Gym / 24.99 / cadence=weekly start=2026-01-16
      gym 24.99 on thursdays                                           | Gym / 24.99 / cadence=weekly start=2026-01-15
      gym 24.99 biweekly on monday                                     | Gym / 24.99 / cadence=biweekly start=2026-01-19
      gym 24.99 weekly on wednesday from 2026-03-04                    | Gym / 24.99 / cadence=weekly start=2026-03-04
      car insurance 1,250.00 yearly from 2026-03-01 until 2029-03-01   | Car insurance / 1,250.00 / cadence=yearly start=2026-03-01 until=2029-03-01
      car insurance 1250 annually starting 1 march                     | Car insurance / 1250 / cadence=yearly start=2026-03-01
      car insurance 1250 yearly on march 15 until mar 15 2029          | Car insurance / 1250 / cadence=yearly start=2026-03-15 until=2029-03-15
      water 90 every quarter                                           | Water / 90 / cadence=quarterly
      water 90 every 2 months on the 20th                              | Water / 90 / cadence=bimonthly due_day=20
      water 90 every 5 months                                          | Water / 90 / cadence=monthly every=5
      water 90 monthly until end of dec                                | Water / 90 / cadence=monthly until=2026-12-31
      hydro 80-160 monthly on the 15th                                 | Hydro / 80-160 / cadence=monthly due_day=15
      hydro 80 – 160 cad                                               | Hydro / 80 – 160 CAD /
      hydro ~120                                                       | Hydro / ~120 /
      hydro ~ $120/mo                                                  | Hydro / ~$120 / cadence=monthly
      hydro about 120 monthly                                          | Hydro / ~120 / cadence=monthly
      milk 5 daily, 10 times                                           | Milk / 5 / cadence=daily count=10
      phone 45, monthly                                                | Phone / 45 / cadence=monthly
      loan 300 12 times monthly on the 5th                             | Loan / 300 / cadence=monthly count=12 due_day=5
      sofa 83.25 for 12 months                                         | Sofa / 83.25 / count=12
      sofa 83.25 monthly for 2 years                                   | Sofa / 83.25 / cadence=monthly count=24
      sofa 83.25 for a year                                            | Sofa / 83.25 / count=12
      sofa 83.25 for five payments                                     | Sofa / 83.25 / count=5
      class 30 every 2 weeks for 10 weeks                              | Class / 30 / cadence=biweekly count=5
      class 30 twice a month for 3 months                              | Class / 30 / cadence=semimonthly count=6
      car 400 loan, monthly 1st, for 60 months, on autopay             | Car / 400 / autopay_enabled=true cadence=monthly count=60 due_day=1 kind=debt
      netflix 16.99/mo subscription autopay                            | Netflix / 16.99 / autopay_enabled=true cadence=monthly kind=subscription
      registration 120 on 2026-03-01                                   | Registration / 120 / cadence=once start=2026-03-01
      registration 120 once on march 1                                 | Registration / 120 / cadence=once start=2026-03-01
      registration 120 in 2 weeks                                      | Registration / 120 / cadence=once start=2026-01-29
      407 toll 25                                                      | 407 toll / 25 /
      Netflix 4K 16.99 monthly                                         | Netflix 4K / 16.99 / cadence=monthly
      électricité 120 monthly                                          | Électricité / 120 / cadence=monthly
    `),
  )("$line", ({ line, captured }) => {
    expect(shown(parseCapture(line, day("2026-01-15"))).trim()).toBe(captured);
  });

  test.each(
    table<"line" | "code" | "message">(`
      line                          | code        | message
      netflix                       | usage       | "netflix" names no amount
      85 monthly                    | usage       | "85 monthly" names no amount
      x -5 monthly                  | usage       | "x -5 monthly" names no amount
      x 5 sometimes                 | usage       | "sometimes" is not understood
      x 5 monthly maybe             | usage       | "maybe" is not understood
      x 5 monthlyish                | usage       | "monthlyish" is not understood
      Channel 4 15 monthly          | usage       | "15 monthly" is not understood
      office 365 9.99/mo            | usage       | "9.99/mo" is not understood
      internet $85 120              | usage       | "120" is not understood
      x 1 234 monthly               | usage       | "234 monthly" is not understood
      x 5 due                       | usage       | "due" is not understood
      x 5 bill debt                 | usage       | "debt" is not understood
      x 5 10 times 3 times          | usage       | "3 times" is not understood
      x 5 until whenever            | usage       | "until whenever" is not understood
      x 5 0 times                   | usage       | "0 times" is not understood
      $85 internet 90               | usage       | the name "$85 internet" holds something like an amount
      85.00 internet 90             | usage       | the name "85.00 internet" holds something like an amount
      85/mo internet 90             | usage       | the name "85/mo internet" holds something like an amount
      85 usd internet 90            | usage       | the name "85 usd internet" holds something like an amount
      hair gel 12 monthly           | usage       | "gel 12" reads two ways: an amount in GEL, and a word of the name
      x 5 monthly on friday         | bad-cadence | it cannot be monthly and on each such weekday
      x 5 monthly weekly            | bad-cadence | it cannot be monthly and weekly at once
      x 5 every 2nd friday          | bad-cadence | "every 2nd friday" reads two ways: every 2 weeks on friday, and the 2nd friday of the month
      gym 10 weekly for 12 months   | bad-cadence | it is weekly, and 12 months make no whole number of its cycles
      gym 10 yearly for 18 months   | bad-cadence | it is yearly, and 18 months make no whole number of its cycles
      gym 10 once for 2 months      | bad-cadence | it is once, and 2 months make no whole number of its cycles
      x 5 starting 2026-02-30       | bad-day     | "2026-02-30" is not a day: 2026-02 has days 01 to 28
      x 5 until 2/5/2027            | bad-day     | "2/5/2027" reads two ways: 2027-02-05 and 2027-05-02
    `),
  )("refused: $line", ({ line, code, message }) => {
    const refusal = refusalOf(() => parseCapture(line, day("2026-01-15")));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toBe(message);
    expect(refusal.hint).not.toBe("");
  });

  test("refused: a line longer than a text may be", () => {
    const refusal = refusalOf(() => parseCapture(`${"x ".repeat(250)}5`, day("2026-01-15")));
    expect(refusal.message).toBe("a line has at most 500 characters");
  });
});

describe("the words of a command line", () => {
  test.each(
    table<"name" | "amount">(`
      name       | amount
      Hydro      | 150
      Channel 4  | $15
      Rent       | 2000 CAD
      Rent       | 2000 CDA
      Gas        | ~80
      Water      | 80-160
      Gym        | nonsense
      Gym        | -5
    `),
  )("give $name and $amount apart", ({ name, amount }) => {
    expect(nameAndAmount([name, amount])).toEqual({ name, amount });
  });

  test.each([
    [["internet 85 monthly"]],
    [["netflix", "16.99/mo"]],
    [["rent", "2000 monthly"]],
    [["internet", "85", "monthly"]],
    [[]],
  ])("%j are a line", (words) => {
    expect(nameAndAmount(words)).toBeNull();
  });
});
