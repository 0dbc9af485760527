import { describe, expect, test } from "vitest";
import { type Captured, parseCapture } from "../../../src/domain/registry/capture.ts";
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
      INTERNET 85 Monthly ON THE 15TH                                  | INTERNET / 85 / cadence=monthly due_day=15
      rent 2000 CAD on the last business day                           | Rent / 2000 CAD / due_day=lastbusiness
      rent CAD 2000 on the 3rd business day                            | Rent / CAD 2000 / due_day=3business
      rent $2,000.00 on the last day                                   | Rent / $2,000.00 / due_day=last
      rent €2000 on last                                               | Rent / €2000 / due_day=last
      rent 2000 on the last friday                                     | Rent / 2000 / due_day=lastfri
      rent 2000 on the 2nd tuesday                                     | Rent / 2000 / due_day=2tue
      rent 2000 on the 1st and 15th                                    | Rent / 2000 / cadence=semimonthly due_day=1,15
      rent 2000 on the 15th and the last day                           | Rent / 2000 / cadence=semimonthly due_day=15,last
      gym 24.99 every 2 weeks on friday                                | Gym / 24.99 / cadence=weekly every=2 start=2026-01-16
      gym 24.99 every friday                                           | Gym / 24.99 / cadence=weekly start=2026-01-16
      gym 24.99 on thursdays                                           | Gym / 24.99 / cadence=weekly start=2026-01-15
      gym 24.99 biweekly on monday                                     | Gym / 24.99 / cadence=biweekly start=2026-01-19
      gym 24.99 weekly on wednesday from 2026-03-04                    | Gym / 24.99 / cadence=weekly start=2026-03-04
      car insurance 1,250.00 yearly from 2026-03-01 until 2029-03-01   | Car insurance / 1,250.00 / cadence=yearly start=2026-03-01 until=2029-03-01
      car insurance 1250 annually starting 2026-03-01                  | Car insurance / 1250 / cadence=yearly start=2026-03-01
      water 90 every quarter                                           | Water / 90 / cadence=quarterly
      water 90 every 2 months on the 20th                              | Water / 90 / cadence=monthly due_day=20 every=2
      hydro 80-160 monthly on the 15th                                 | Hydro / 80-160 / cadence=monthly due_day=15
      milk 5 daily, 10 times                                           | Milk / 5 / cadence=daily count=10
      phone 45, monthly                                                | Phone / 45 / cadence=monthly
      loan 300 12 times monthly on the 5th                             | Loan / 300 / cadence=monthly count=12 due_day=5
      registration 120 on 2026-03-01                                   | Registration / 120 / cadence=once start=2026-03-01
      registration 120 once on 2026-03-01                              | Registration / 120 / cadence=once start=2026-03-01
      407 toll 25                                                      | 407 toll / 25 /
      Netflix 4K 16.99 monthly                                         | Netflix 4K / 16.99 / cadence=monthly
      électricité 120 monthly                                          | Électricité / 120 / cadence=monthly
    `),
  )("$line", ({ line, captured }) => {
    expect(shown(parseCapture(line, day("2026-01-15"))).trim()).toBe(captured);
  });

  test.each(
    table<"line" | "code" | "message">(`
      line                          | code    | message
      netflix                       | usage   | "netflix" names no amount
      85 monthly                    | usage   | "85 monthly" names no amount
      x 5 sometimes                 | usage   | "sometimes" is not understood
      x 5 monthly maybe             | usage   | "maybe" is not understood
      x 5 every other week          | usage   | "every other week" is not understood
      x 5 monthlyish                | usage   | "monthlyish" is not understood
      Channel 4 15 monthly          | usage   | "15 monthly" is not understood
      x 5 monthly on friday         | usage   | "X" cannot be monthly and weekly at once
      x 5 on friday yearly          | usage   | "X" cannot be weekly and yearly at once
      x 5 monthly weekly            | usage   | "X" cannot be monthly and weekly at once
      x 5 starting 2026-02-30       | bad-day | "2026-02-30" is not a day: 2026-02 has days 01 to 28
    `),
  )("refused: $line", ({ line, code, message }) => {
    const refusal = refusalOf(() => parseCapture(line, day("2026-01-15")));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toBe(message);
    expect(refusal.hint).not.toBeNull();
  });
});
