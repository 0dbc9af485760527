import { beforeAll, describe, expect, test } from "vitest";
import { loadRules } from "../../../src/domain/days/rule.ts";
import {
  editPayment,
  type PaymentPatch,
  vanishedCycles,
} from "../../../src/domain/editing/edit-payment.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";

beforeAll(loadRules);

const edited = (payment: Payment, patch: PaymentPatch, from: string): Payment =>
  editPayment(payment, patch, { from: day(from), correct: false }, defaultPolicy);

describe("what does not go together is refused", () => {
  const cases: [string, Payment, PaymentPatch, string][] = [
    ["another currency", aPayment(), { amount: "USD 160" }, "bad-currency"],
    ["an amount of nothing", aPayment(), { amount: "0" }, "bad-amount"],
    [
      "a due day for a weekly cadence",
      aPayment({ cadence: "weekly" }),
      { due_day: "15" },
      "bad-cadence",
    ],
    [
      "a due day for a rule",
      aPayment({ cadence: "rule", rule: "FREQ=MONTHLY;BYDAY=3TH" }),
      { due_day: "15" },
      "bad-cadence",
    ],
    ["two places for a monthly cadence", aPayment(), { due_day: "1,15" }, "bad-cadence"],
    ["a cadence of a rule that is not there", aPayment(), { cadence: "rule" }, "bad-cadence"],
    ["two ends", aPayment(), { until: day("2026-12-31"), count: 3 }, "bad-cadence"],
    ["an end before its start", aPayment(), { until: day("2026-01-01") }, "bad-cadence"],
    ["a tolerance of a range", aPayment({ amount_min: "80.00" }), { tolerance: "5" }, "bad-value"],
    ["a tolerance that is none", aPayment(), { tolerance: "101" }, "bad-value"],
    ["new days for a plan that is over", aPayment({ count: 2 }), { due_day: "20" }, "conflict"],
    ["an unknown calendar", aPayment(), { calendar: "CA-XX", due_day: "1" }, "bad-value"],
    ["an empty name", aPayment(), { name: " " }, "bad-value"],
  ];
  test.each(cases)("%s", (_why, payment, patch, code) => {
    expect(refusalOf(() => edited(payment, patch, "2026-05-01")).code).toBe(code);
  });
});

describe("the rest of a payment", () => {
  test("changes at once and leaves its terms alone", () => {
    const payment = aPayment({ payee: "Hydro One", tags: ["home"] });
    const after = edited(
      payment,
      { name: " Power ", payee: "", late_fee: "$5", tags: ["a", "a"] },
      "2026-05-01",
    );
    expect(after).toEqual({
      ...payment,
      name: "Power",
      payee: null,
      late_fee: "5.00",
      tags: ["a"],
    });
    expect(after.terms).toBe(payment.terms);
  });

  test("a range, a tolerance, and back", () => {
    const [, range] = edited(aPayment(), { amount: "80-160" }, "2026-02-01").terms;
    expect(range).toMatchObject({ amount: "160.00", amount_min: "80.00" });
    const [, loose] = edited(aPayment(), { tolerance: "7.5%" }, "2026-02-01").terms;
    expect(loose?.tolerance).toBe("7.5");
    const [, exact] = edited(
      aPayment({ tolerance: "7.5" }),
      { tolerance: null },
      "2026-02-01",
    ).terms;
    expect(exact?.tolerance).toBeNull();
  });

  test("what becomes an estimate takes the usual tolerance, unless it has one", () => {
    const toleranceOf = (payment: Payment, patch: PaymentPatch) =>
      edited(payment, patch, "2026-02-01").terms.at(-1)?.tolerance;
    expect(toleranceOf(aPayment(), { amount: "~120" })).toBe("7.5");
    expect(toleranceOf(aPayment(), { variable: true })).toBe("7.5");
    expect(toleranceOf(aPayment({ tolerance: "12" }), { amount: "~120" })).toBe("12");
    expect(toleranceOf(aPayment({ tolerance: "12" }), { amount: "120" })).toBe("12");
    expect(toleranceOf(aPayment(), { amount: "~120", tolerance: "3" })).toBe("3");
  });
});

test("cycles that a change would take away are told", () => {
  const names = ["2026-01-15", "2026-02-15", "2026-03-15"].map(day);
  const after = edited(aPayment(), { due_day: "20" }, "2026-02-01");
  expect(vanishedCycles(after, names, defaultPolicy)).toEqual(["2026-02-15", "2026-03-15"]);
  expect(vanishedCycles(aPayment(), names, defaultPolicy)).toEqual([]);
});
