import { beforeAll, describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { loadRules } from "../../../src/domain/days/rule.ts";
import { editPayment, type PaymentPatch } from "../../../src/domain/editing/edit-payment.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";

beforeAll(loadRules);

const edited = (payment: Payment, patch: PaymentPatch, from: string, correct = false): Payment =>
  editPayment(payment, patch, { from: day(from), correct }, defaultPolicy);

/** The days of January to June 2026, with the amount of each. */
const due = (payment: Payment): string =>
  cyclesDue(payment, { from: day("2026-01-01"), to: day("2026-06-30") }, defaultPolicy)
    .map(({ name, term }) => `${name.slice(5)} ${Number(term.amount)}`)
    .join(", ");

describe("a new term holds from its day on", () => {
  const cases: [string, Payment, PaymentPatch, string, string][] = [
    [
      "a price from March",
      aPayment(),
      { amount: "160" },
      "2026-03-01",
      "01-15 150, 02-15 150, 03-15 160, 04-15 160, 05-15 160, 06-15 160",
    ],
    [
      "a price from a due day on",
      aPayment({ count: 3 }),
      { amount: "160" },
      "2026-03-15",
      "01-15 150, 02-15 150, 03-15 160",
    ],
    [
      "a price from the day after one",
      aPayment({ count: 4 }),
      { amount: "160" },
      "2026-03-16",
      "01-15 150, 02-15 150, 03-15 150, 04-15 160",
    ],
    [
      "from before its beginning: from its beginning",
      aPayment({ count: 2 }),
      { amount: "160" },
      "2020-01-01",
      "01-15 160, 02-15 160",
    ],
    [
      "between two prices that are known: until the next one",
      aPayment({ terms: [aTerm(), aTerm({ from: day("2026-05-01"), amount: "200.00" })] }),
      { amount: "160" },
      "2026-03-01",
      "01-15 150, 02-15 150, 03-15 160, 04-15 160, 05-15 200, 06-15 200",
    ],
    [
      "twice from one day: the later word",
      edited(aPayment(), { amount: "160" }, "2026-05-01"),
      { amount: "170" },
      "2026-05-01",
      "01-15 150, 02-15 150, 03-15 150, 04-15 150, 05-15 170, 06-15 170",
    ],
    [
      "another due day",
      aPayment({ count: null }),
      { due_day: "20" },
      "2026-04-01",
      "01-15 150, 02-15 150, 03-15 150, 04-20 150, 05-20 150, 06-20 150",
    ],
    [
      "another due day in a plan of five: five in all",
      aPayment({ count: 5 }),
      { due_day: "20" },
      "2026-04-01",
      "01-15 150, 02-15 150, 03-15 150, 04-20 150, 05-20 150",
    ],
    [
      "from months to quarters: the due day stays, and what comes next",
      aPayment({ due_day: "15" }),
      { cadence: "quarterly" },
      "2026-02-01",
      "01-15 150, 02-15 150, 05-15 150",
    ],
    [
      "also where it was the day of its start",
      aPayment({ start: "2026-01-31" }),
      { cadence: "bimonthly" },
      "2026-02-10",
      "01-31 150, 02-28 150, 04-30 150, 06-30 150",
    ],
    [
      "from weeks to fortnights: what comes next stays",
      aPayment({ cadence: "weekly", start: "2026-01-05", until: day("2026-02-28") }),
      { cadence: "biweekly" },
      "2026-01-20",
      "01-05 150, 01-12 150, 01-19 150, 01-26 150, 02-09 150, 02-23 150",
    ],
    [
      "a start of its own",
      aPayment(),
      { cadence: "semiannual", start: day("2026-04-02") },
      "2026-02-01",
      "01-15 150, 04-02 150",
    ],
    [
      "to a rule",
      aPayment({ until: day("2026-05-31") }),
      { rule: "FREQ=MONTHLY;BYDAY=1MO" },
      "2026-04-01",
      "01-15 150, 02-15 150, 03-15 150, 04-06 150, 05-04 150",
    ],
    [
      "from a rule",
      aPayment({ cadence: "rule", rule: "FREQ=MONTHLY;BYDAY=3TH" }),
      { cadence: "monthly", due_day: "1" },
      "2026-04-01",
      "01-15 150, 02-19 150, 03-19 150, 04-01 150, 05-01 150, 06-01 150",
    ],
    [
      "an end, in place of a number of cycles",
      aPayment({ count: 12 }),
      { until: day("2026-02-28") },
      "2026-02-01",
      "01-15 150, 02-15 150",
    ],
    [
      "a number of cycles, in place of an end, counted from the start",
      aPayment({ until: day("2026-12-31") }),
      { count: 3 },
      "2026-02-01",
      "01-15 150, 02-15 150, 03-15 150",
    ],
    [
      "every second month, counted from the start",
      aPayment(),
      { every: 2 },
      "2026-02-01",
      "01-15 150, 03-15 150, 05-15 150",
    ],
    [
      "a new cadence, which leaves no step of the old one behind",
      aPayment({ every: 2 }),
      { cadence: "quarterly" },
      "2026-02-01",
      "01-15 150, 02-15 150, 05-15 150",
    ],
    [
      "only once more: a plan has no number of cycles then, and no step",
      aPayment({ every: 2, count: 6 }),
      { cadence: "once", start: day("2026-04-10") },
      "2026-02-01",
      "01-15 150, 04-10 150",
    ],
    [
      "only once more: no end either",
      aPayment({ until: day("2026-03-31") }),
      { cadence: "once", start: day("2026-04-10") },
      "2026-02-01",
      "01-15 150, 04-10 150",
    ],
  ];
  test.each(cases)("%s", (_why, payment, patch, from, days) => {
    expect(due(edited(payment, patch, from))).toBe(days);
  });
});

describe("a correction rewrites the term in force from its beginning", () => {
  const two = aPayment({
    terms: [aTerm(), aTerm({ from: day("2026-04-01"), amount: "160.00" })],
  });
  const cases: [string, Payment, PaymentPatch, string, string][] = [
    ["a price", aPayment({ count: 2 }), { amount: "16" }, "2026-02-20", "01-15 16, 02-15 16"],
    [
      "a price of an earlier term",
      two,
      { amount: "140" },
      "2026-02-20",
      "01-15 140, 02-15 140, 03-15 140, 04-15 160, 05-15 160, 06-15 160",
    ],
    [
      "a price of a later term",
      two,
      { amount: "170" },
      "2026-06-20",
      "01-15 150, 02-15 150, 03-15 150, 04-15 170, 05-15 170, 06-15 170",
    ],
    [
      "a due day of a plan",
      aPayment({ count: 2 }),
      { due_day: "20" },
      "2026-05-01",
      "01-20 150, 02-20 150",
    ],
    [
      "a later start",
      aPayment({ count: 2 }),
      { start: day("2026-03-10") },
      "2026-01-20",
      "03-10 150, 04-10 150",
    ],
    [
      "an earlier start",
      aPayment({ start: "2026-03-15", count: 2 }),
      { start: day("2026-01-02") },
      "2026-05-01",
      "01-02 150, 02-02 150",
    ],
  ];
  test.each(cases)("%s", (_why, payment, patch, from, days) => {
    expect(due(edited(payment, patch, from, true))).toBe(days);
  });

  test("but not past the term that follows", () => {
    const attempt = () => edited(two, { start: day("2026-05-15") }, "2026-02-01", true);
    expect(refusalOf(attempt)).toMatchObject({
      code: "conflict",
      message: "Hydro would begin on 2026-05-15, but from 2026-04-01 on it has another term",
    });
  });
});

describe("what is paid once is not made to repeat or to end", () => {
  const cases: [string, PaymentPatch][] = [
    ["a number of cycles", { count: 3 }],
    ["an end", { until: day("2026-12-31") }],
    ["every second", { every: 2 }],
  ];
  test.each(cases)("%s", (_why, patch) => {
    const single = aPayment({ cadence: "once" });
    expect(refusalOf(() => edited(single, patch, "2026-01-15")).code).toBe("bad-cadence");
    const said = { ...patch, cadence: "once" as const };
    expect(refusalOf(() => edited(aPayment(), said, "2026-01-15")).code).toBe("bad-cadence");
  });
});
