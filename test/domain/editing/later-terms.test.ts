import { describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import type { Term } from "../../../src/domain/days/term.ts";
import { carriedTerms } from "../../../src/domain/editing/carried-terms.ts";
import {
  editPayment,
  isUnchanged,
  type PaymentPatch,
} from "../../../src/domain/editing/edit-payment.ts";
import { keptParts } from "../../../src/domain/editing/kept-parts.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";

const edited = (payment: Payment, patch: PaymentPatch, from: string): Payment =>
  editPayment(payment, patch, { from: day(from), correct: false }, defaultPolicy);

const due = (payment: Payment): string =>
  cyclesDue(payment, { from: day("2026-01-01"), to: day("2026-08-31") }, defaultPolicy)
    .map(({ name, date, term }) => {
      const rolled = name === date ? "" : `→${date.slice(5)}`;
      return `${name.slice(5)}${rolled} ${Number(term.amount)}`;
    })
    .join(", ");

/** 150 from January, 200 from May, 250 from July, each on the 15th. */
const dearer = (rest: Partial<Term> = {}) =>
  aPayment({
    terms: [
      aTerm(rest),
      aTerm({ ...rest, from: day("2026-05-01"), amount: "200.00", anchor: day("2026-01-15") }),
      aTerm({ ...rest, from: day("2026-07-01"), amount: "250.00", anchor: day("2026-01-15") }),
    ],
  });

describe("what an edit changes holds for the later terms that did not set it themselves", () => {
  const cases: [string, Payment, PaymentPatch, string, string][] = [
    [
      "a due day: the later prices stay",
      dearer(),
      { due_day: "20" },
      "2026-03-01",
      "01-15 150, 02-15 150, 03-20 150, 04-20 150, 05-20 200, 06-20 200, 07-20 250, 08-20 250",
    ],
    [
      "a roll",
      dearer(),
      { roll: "following" },
      "2026-03-01",
      "01-15 150, 02-15 150, 03-15→03-16 150, 04-15 150, 05-15 200, 06-15 200, 07-15 250, 08-15→08-17 250",
    ],
    [
      "a price: the later ones set their own",
      dearer(),
      { amount: "160" },
      "2026-03-01",
      "01-15 150, 02-15 150, 03-15 160, 04-15 160, 05-15 200, 06-15 200, 07-15 250, 08-15 250",
    ],
    [
      "an end holds for the whole payment",
      dearer(),
      { until: day("2026-06-30") },
      "2026-02-01",
      "01-15 150, 02-15 150, 03-15 150, 04-15 150, 05-15 200, 06-15 200",
    ],
    [
      "so does a number of cycles, counted from the first",
      dearer(),
      { count: 6 },
      "2026-02-01",
      "01-15 150, 02-15 150, 03-15 150, 04-15 150, 05-15 200, 06-15 200",
    ],
    [
      "also where the days begin anew in between",
      edited(dearer(), { due_day: "20" }, "2026-03-01"),
      { count: 6 },
      "2026-08-01",
      "01-15 150, 02-15 150, 03-20 150, 04-20 150, 05-20 200, 06-20 200",
    ],
    [
      "and a number is taken away",
      edited(aPayment(), { count: 3 }, "2026-01-15"),
      { count: null },
      "2026-02-01",
      "01-15 150, 02-15 150, 03-15 150, 04-15 150, 05-15 150, 06-15 150, 07-15 150, 08-15 150",
    ],
  ];
  test.each(cases)("%s", (_why, payment, patch, from, days) => {
    expect(due(edited(payment, patch, from))).toBe(days);
  });

  test("a part is carried to the first term that set it, and no further", () => {
    const [first, ...later] = [
      aTerm(),
      aTerm({ from: day("2026-03-01") }),
      aTerm({ from: day("2026-05-01"), roll: "preceding" }),
      aTerm({ from: day("2026-07-01"), roll: "preceding", amount: "200.00" }),
    ];
    const changed = aTerm({ roll: "following", amount: "160.00" });
    const { terms, kept } = carriedTerms(first ?? aTerm(), changed, later);
    expect(terms.map(({ roll, amount }) => `${roll} ${amount}`)).toEqual([
      "following 160.00",
      "preceding 160.00",
      "preceding 200.00",
    ]);
    expect(kept).toEqual([
      { part: "amount", from: "2026-07-01" },
      { part: "roll", from: "2026-05-01" },
    ]);
  });
});

test("what a later term set itself is told, so that the answer can say so", () => {
  const told = (payment: Payment, patch: PaymentPatch) =>
    keptParts(payment, edited(payment, patch, "2026-03-01"), day("2026-03-01"));
  expect(told(dearer(), { amount: "160" })).toEqual([{ part: "amount", from: "2026-05-01" }]);
  expect(told(dearer(), { due_day: "20" })).toEqual([]);
  expect(told(dearer(), { until: day("2026-12-31") })).toEqual([]);
});

describe("an edit to what it is already changes nothing", () => {
  const cases: [string, PaymentPatch][] = [
    ["the price it has", { amount: "150" }],
    ["the due day of its start", { due_day: "15" }],
    ["the cadence it has", { cadence: "monthly" }],
    ["the name it has", { name: "Hydro" }],
    ["no end", { until: null }],
    ["no number of cycles", { count: null }],
    ["autopay as it is", { autopay_enabled: false }],
  ];
  test.each(cases)("%s", (_why, patch) => {
    expect(isUnchanged(aPayment(), edited(aPayment(), patch, "2026-03-01"))).toBe(true);
  });
});

describe("a change that no cycle would feel is refused with the one that would", () => {
  const cases: [string, Payment, PaymentPatch, string, string][] = [
    ["behind its end", aPayment({ count: 2 }), { amount: "160" }, "2026-05-01", "2026-02-15"],
    [
      "between the last cycle and a price of its own",
      dearer(),
      { amount: "160" },
      "2026-04-20",
      "2026-05-15",
    ],
    [
      "a roll behind its end",
      aPayment({ count: 2 }),
      { roll: "following" },
      "2026-05-01",
      "2026-02-15",
    ],
  ];
  test.each(cases)("%s", (_why, payment, patch, from, better) => {
    expect(refusalOf(() => edited(payment, patch, from))).toMatchObject({
      code: "conflict",
      message: `no cycle of Hydro would feel that from ${from} on`,
      hint: `Let it begin with one of them: --from ${better}`,
    });
  });
});

test("a payment is put on autopay, and owed from another day", () => {
  const after = edited(
    aPayment(),
    { autopay_enabled: true, owed_from: day("2026-02-01") },
    "2026-03-01",
  );
  expect(after).toEqual({ ...aPayment(), autopay_enabled: true, owed_from: "2026-02-01" });
});
