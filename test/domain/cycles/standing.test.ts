import { describe, expect, test } from "vitest";
import { findCycle } from "../../../src/domain/cycles/cycle.ts";
import { type Standing, standingOf } from "../../../src/domain/cycles/standing.ts";
import { decimalOf } from "../../../src/domain/money/money.ts";
import type { CycleException, Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

const name = day("2026-01-15");

function standing(payment: Payment, paid: string, today = "2026-01-15"): Standing {
  const cycle = findCycle(payment, name, defaultPolicy);
  if (cycle === null) throw new Error("no such cycle");
  return standingOf(payment, cycle, paidBy(paid), day(today), defaultPolicy);
}

/**
 * `100 50 x25@2026-01-20` is three confirmations, the last one void and paid on another day. `100!` closes its cycle, `100?`
 * leaves it open; `-30:0` is a refund of the first, `-30:0+` one that is owed again.
 */
function paidBy(text: string) {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word, index) => {
      const [, isVoid, amount = "", closes = "", refunds = "", on = "2026-01-15"] =
        /^(x?)(-?[\d.]+)([!?]?)(:\d\+?)?(?:@(.+))?$/.exec(word) ?? [];
      return aConfirmation({
        id: `pc_${index}`,
        cycle: name,
        paid_on: on,
        amount: decimalOf(Math.round(Number(amount) * 100), "CAD"),
        voided_at: isVoid === "x" ? "2026-01-21T12:00:00.000Z" : null,
        ...(closes === "" ? {} : { closes: closes === "!" }),
        ...(refunds === "" ? {} : { kind: "refund" as const, refunds: `pc_${refunds[1]}` }),
        ...(refunds.endsWith("+") ? { owed_again: true as const } : {}),
      });
    });
}

const brief = ({ status, expected, paid, remaining, isSettled }: Standing): string =>
  `${status} ${paid / 100}/${expected / 100} ${remaining / 100}${isSettled ? " settled" : ""}`;

describe("an unpaid cycle stands by its date, to the day", () => {
  test.each(
    table<"today" | "status">(`
      today      | status
      2026-01-09 | upcoming
      2026-01-10 | due-soon
      2026-01-14 | due-soon
      2026-01-15 | due
      2026-01-16 | grace
      2026-01-20 | grace
      2026-01-21 | missed
      2026-03-01 | missed
    `),
  )("on $today it is $status", ({ today, status }) => {
    expect(standing(aPayment(), "", today).status).toBe(status);
  });

  test("its date is the moved one", () => {
    const payment = aPayment({ exceptions: { [name]: { moved_to: day("2026-01-25") } } });
    expect(standing(payment, "", "2026-01-21").status).toBe("due-soon");
    expect(standing(payment, "", "2026-01-30").status).toBe("grace");
    expect(standing(payment, "", "2026-01-31").status).toBe("missed");
  });

  test("the household sets how long before and after", () => {
    const cycle = findCycle(aPayment(), name, defaultPolicy);
    if (cycle === null) throw new Error("no such cycle");
    const policy = { ...defaultPolicy, reminder_days: 0, grace_days: 0 };
    const on = (today: string) => standingOf(aPayment(), cycle, [], day(today), policy).status;
    expect(["2026-01-14", "2026-01-15", "2026-01-16"].map(on)).toEqual([
      "upcoming",
      "due",
      "missed",
    ]);
  });
});

describe("a cycle closes when its sum is reached, or by one payment that is close enough", () => {
  test.each(
    table<"why" | "amount" | "tolerance" | "min" | "paid" | "stands">(`
      why                                    | amount  | tolerance | min   | paid          | stands
      nothing                                | 2000.00 |           |       |               | due 0/2000 2000
      a part                                 | 2000.00 |           |       | 1850          | partial 1850/2000 150
      the rest                               | 2000.00 |           |       | 1850 150      | paid 2000/2000 0 settled
      one of them taken back                 | 2000.00 |           |       | 1850 x150     | partial 1850/2000 150
      all of them taken back                 | 2000.00 |           |       | x1850 x150    | due 0/2000 2000
      a cent too little                      | 150.00  |           |       | 149.99        | partial 149.99/150 0.01
      a cent too much                        | 150.00  |           |       | 150.01        | overpaid 150.01/150 0 settled
      two payments of one bill               | 150.00  |           |       | 150 150       | overpaid 300/150 0 settled
      within the tolerance, below            | 100.00  | 7.5       |       | 92.5          | paid 92.5/100 0 settled
      within the tolerance, above            | 100.00  | 7.5       |       | 107.5         | paid 107.5/100 0 settled
      a cent below the tolerance             | 100.00  | 7.5       |       | 92.49         | partial 92.49/100 7.51
      a cent above the tolerance             | 100.00  | 7.5       |       | 107.51        | paid 107.51/100 0 settled
      two parts do not add up to a tolerance | 100.00  | 7.5       |       | 50 45         | partial 95/100 5
      one close and one more                 | 100.00  | 7.5       |       | 95 5          | paid 100/100 0 settled
      one close and one too many             | 100.00  | 7.5       |       | 95 95         | paid 190/100 0 settled
      the low end of a range                 | 160.00  |           | 80.00 | 80            | paid 80/160 0 settled
      inside a range                         | 160.00  |           | 80.00 | 120.5         | paid 120.5/160 0 settled
      the high end of a range                | 160.00  |           | 80.00 | 160           | paid 160/160 0 settled
      below a range                          | 160.00  |           | 80.00 | 79.99         | partial 79.99/160 80.01
      above a range                          | 160.00  |           | 80.00 | 160.01        | paid 160.01/160 0 settled
      two parts below a range                | 160.00  |           | 80.00 | 50 60         | partial 110/160 50
      no tolerance at all                    | 100.00  | 0         |       | 99.99         | partial 99.99/100 0.01
    `),
  )("$why", ({ amount, tolerance, min, paid, stands }) => {
    const payment = aPayment({ amount, tolerance: tolerance || null, amount_min: min || null });
    expect(brief(standing(payment, paid))).toBe(stands);
  });
});

describe("a confirmation may close its cycle, or leave it open, whatever its amount", () => {
  test.each(
    table<"why" | "amount" | "tolerance" | "min" | "paid" | "stands">(`
      why                                   | amount  | tolerance | min   | paid        | stands
      an estimate, far below                | 110.00  | 10        |       | 60!         | paid 60/110 0 settled
      an estimate, far above                | 110.00  | 10        |       | 190!        | paid 190/110 0 settled
      a range, below it                     | 160.00  |           | 80.00 | 40!         | paid 40/160 0 settled
      a part of an estimate, however near   | 110.00  | 10        |       | 108?        | partial 108/110 2
      parts that reach the sum              | 110.00  | 10        |       | 60? 50?     | paid 110/110 0 settled
      a part, then what closes it           | 110.00  | 10        |       | 60? 30!     | paid 90/110 0 settled
      a fixed amount, closed below          | 150.00  |           |       | 100!        | paid 100/150 0 settled
      a fixed amount, closed above          | 150.00  |           |       | 170!        | overpaid 170/150 0 settled
      what closed it was taken back         | 110.00  | 10        |       | x60!        | due 0/110 110
      a tolerance of 0 is no estimate       | 150.00  | 0         |       | 170         | overpaid 170/150 0 settled
    `),
  )("$why", ({ amount, tolerance, min, paid, stands }) => {
    const payment = aPayment({ amount, tolerance: tolerance || null, amount_min: min || null });
    expect(brief(standing(payment, paid))).toBe(stands);
  });
});

describe("a refund lowers what was paid, and what is expected unless it is owed again", () => {
  test.each(
    table<"why" | "amount" | "tolerance" | "paid" | "stands">(`
      why                              | amount | tolerance | paid           | stands
      of a part of it                  | 150.00 |           | 150 -30:0      | paid 120/120 0 settled
      of all of it                     | 150.00 |           | 150 -150:0     | paid 0/0 0 settled
      of what was too much             | 150.00 |           | 180 -30:0+     | paid 150/150 0 settled
      owed again                       | 150.00 |           | 150 -30:0+     | partial 120/150 30
      owed again, and paid again       | 150.00 |           | 150 -30:0+ 30  | paid 150/150 0 settled
      of an estimate                   | 110.00 | 10        | 105! -20:0     | paid 85/90 0 settled
      of an estimate, owed again       | 110.00 | 10        | 105! -20:0+    | partial 85/110 25
      of an estimate of before, a part | 100.00 | 7.5       | 95 -10:0       | paid 85/90 0 settled
      a refund that was taken back     | 150.00 |           | 150 x-30:0     | paid 150/150 0 settled
    `),
  )("$why", ({ amount, tolerance, paid, stands }) => {
    const payment = aPayment({ amount, tolerance: tolerance || null });
    expect(brief(standing(payment, paid))).toBe(stands);
  });
});

describe("an open cycle is late by the days since its date", () => {
  test.each(
    table<"today" | "paid" | "late">(`
      today      | paid | late
      2026-01-14 |      | 0
      2026-01-15 |      | 0
      2026-01-16 |      | 1
      2026-02-14 | 50   | 30
      2026-02-14 | 150  | 0
    `),
  )("on $today with $paid paid: $late", ({ today, paid, late }) => {
    expect(standing(aPayment(), paid, today).days_late).toBe(Number(late));
  });
});

describe("what was said of one cycle goes before its date", () => {
  const bounced = [{ on: day("2026-01-16"), reason: "nsf" }];
  const cases: [string, CycleException, string, string][] = [
    ["skipped owes nothing", { skipped: true }, "", "skipped 0/150 0 settled"],
    [
      "skipped is skipped, whatever was paid",
      { skipped: true },
      "150",
      "skipped 150/150 0 settled",
    ],
    ["its own amount", { expected: "99.00" }, "", "missed 0/99 99"],
    ["its own amount, reached", { expected: "99.00" }, "99", "paid 99/99 0 settled"],
    ["bounced, and nothing came", { failures: bounced }, "", "failed 0/150 150"],
    ["bounced, after a part", { failures: bounced }, "50@2026-01-15", "failed 50/150 100"],
    ["bounced, then a part", { failures: bounced }, "50@2026-01-17", "partial 50/150 100"],
    [
      "bounced, then a part the same day",
      { failures: bounced },
      "50@2026-01-16",
      "partial 50/150 100",
    ],
    ["bounced, then paid", { failures: bounced }, "150@2026-01-17", "paid 150/150 0 settled"],
    ["no attempt bounced", { failures: [] }, "", "missed 0/150 150"],
  ];
  test.each(cases)("%s", (_why, exception, paid, stands) => {
    const payment = aPayment({ exceptions: { [name]: exception } });
    expect(brief(standing(payment, paid, "2026-02-01"))).toBe(stands);
  });
});

describe("what a cycle is expected to cost", () => {
  const march = aTerm({ from: day("2026-03-01"), amount: "160.00" });

  test("a price from March leaves January's alone", () => {
    const payment = aPayment({ terms: [aTerm(), march] });
    const amounts = ["2026-01-15", "2026-02-15", "2026-03-15"].map(
      (each) => findCycle(payment, day(each), defaultPolicy)?.term.amount,
    );
    expect(amounts).toEqual(["150.00", "150.00", "160.00"]);
  });

  test("freezes at the first confirmation, whatever the price becomes", () => {
    const dearer = aPayment({ amount: "180.00" });
    const cycle = findCycle(dearer, name, defaultPolicy);
    if (cycle === null) throw new Error("no such cycle");
    const first = aConfirmation({ id: "pc_1", expected: "150.00", amount: "100.00" });
    const second = aConfirmation({
      id: "pc_2",
      expected: "170.00",
      amount: "50.00",
      created_at: "2026-01-16T12:00:00.000Z",
    });
    const view = (confirmations: (typeof first)[]) =>
      brief(standingOf(dearer, cycle, confirmations, name, defaultPolicy));
    expect(view([second, first])).toBe("paid 150/150 0 settled");
    const taken = { ...first, voided_at: "2026-01-17T12:00:00.000Z" };
    expect(view([taken, second])).toBe("partial 50/170 120");
    expect(view([taken])).toBe("due 0/180 180");
  });

  test("but what the user says of the cycle goes before that", () => {
    const payment = aPayment({ exceptions: { [name]: { expected: "120.00" } } });
    const cycle = findCycle(payment, name, defaultPolicy);
    if (cycle === null) throw new Error("no such cycle");
    const paid = aConfirmation({ amount: "120.00", expected: "150.00" });
    expect(brief(standingOf(payment, cycle, [paid], name, defaultPolicy))).toBe(
      "paid 120/120 0 settled",
    );
  });
});
