import { describe, expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import { findDuplicates } from "../../../src/domain/confirmations/duplicates.ts";
import { reconcilePayment } from "../../../src/domain/reconciling/reconcile.ts";
import { findingsOf } from "../../../src/domain/reconciling/reconcile-findings.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { table } from "../../support/table.ts";

function found(
  payment: Payment,
  confirmations: readonly Confirmation[],
  { from = "2026-01-01", today = "2026-03-31", isPosting = false } = {},
) {
  const span = { from: day(from), to: day(today) };
  const unlinked = confirmations.filter(({ cycle }) => cycle === null);
  const reconciliation = reconcilePayment(payment, span, unlinked, aView(today, confirmations));
  return findingsOf(reconciliation, { today: day(today), policy: defaultPolicy, isPosting });
}

/** `01 160, 02 160` is paid in January and in February of 2026, on the 15th. */
const paid = (text: string): Confirmation[] =>
  text
    .split(", ")
    .filter((words) => words !== "")
    .map((words, index) => {
      const [month, amount = ""] = words.split(" ");
      return aConfirmation({
        id: `pc_${index}`,
        cycle: `2026-${month}-15`,
        amount: `${amount}.00`,
        expected: "150.00",
      });
    });

describe("a price that changed is found where two cycles in a row agree, and not with the term", () => {
  test.each(
    table<"why" | "paid" | "found">(`
      why                                     | paid                           | found
      twice the new price                     | 01 150, 02 160, 03 160         | 160 2026-02-15
      three times                             | 01 160, 02 160, 03 160         | 160 2026-02-15
      nothing yet for the last cycle          | 01 160, 02 160                 | 160 2026-01-15
      once only                               | 01 150, 02 150, 03 160         |
      two prices                              | 01 150, 02 155, 03 160         |
      back at the old price                   | 01 160, 02 160, 03 150         |
      a month without between                 | 01 160, 03 160                 |
      as agreed                               | 01 150, 02 150, 03 150         |
      in two parts                            | 02 80, 02 80, 03 160           |
      a lower price, twice                    | 02 140, 03 140                 | 140 2026-02-15
    `),
  )("$why", ({ paid: text, found: wanted }) => {
    const findings = found(aPayment(), paid(text));
    const [amount, from] = wanted.split(" ");
    expect(findings.filter(({ kind }) => kind === "price-change").map(({ hint }) => hint)).toEqual(
      wanted === "" ? [] : [`valhalla edit Hydro --amount ${amount}.00 --from ${from}`],
    );
  });

  test("it names the payment, what it cost and what was expected", () => {
    expect(found(aPayment(), paid("01 150, 02 160, 03 160"))).toEqual([
      {
        kind: "price-change",
        payment_id: "pay_hydro",
        name: "Hydro",
        cycle: "2026-03-15",
        message: "Hydro cost 160.00 CAD twice, not 150.00",
        hint: "valhalla edit Hydro --amount 160.00 --from 2026-02-15",
      },
    ]);
  });

  test("a span that holds one cycle looks at the one before it", () => {
    const span = { from: "2026-03-01" };
    expect(found(aPayment(), paid("02 160, 03 160"), span)).toHaveLength(1);
    expect(found(aPayment(), paid("02 155, 03 160"), span)).toEqual([]);
    expect(found(aPayment(), paid("03 160"), span)).toEqual([]);
    expect(found(aPayment({ start: "2026-03-15" }), paid("03 160"), span)).toEqual([]);
  });

  test("the one before a yearly cycle is a year away", () => {
    const yearly = aPayment({ cadence: "yearly", start: "2025-03-15" });
    const confirmations = ["2025-03-15", "2026-03-15"].map((cycle) =>
      aConfirmation({ cycle, amount: "160.00" }),
    );
    const [finding] = found(yearly, confirmations, { from: "2026-03-01" });
    expect(finding?.hint).toBe("valhalla edit Hydro --amount 160.00 --from 2025-03-15");
  });

  test("a price that was accepted is no finding, from whatever day it was", () => {
    const confirmations = paid("01 150, 02 160, 03 160");
    for (const from of ["2026-02-15", "2026-03-31"]) {
      const terms = [aTerm(), aTerm({ from: day(from), amount: "160.00" })];
      expect(found(aPayment({ terms }), confirmations)).toEqual([]);
    }
  });

  test("nor is what was said of the cycle, or lies within what may be off", () => {
    const said = { expected: "160.00" };
    const exceptions = { [day("2026-02-15")]: said, [day("2026-03-15")]: said };
    const confirmations = paid("02 160, 03 160");
    expect(found(aPayment({ exceptions }), confirmations)).toEqual([]);
    expect(found(aPayment({ tolerance: "7.5" }), confirmations)).toEqual([]);
    expect(found(aPayment({ tolerance: "5" }), confirmations)).toHaveLength(1);
  });
});

describe("autopay that was not seen", () => {
  const auto = aPayment({ cadence: "once", autopay_enabled: true });
  test("is found once grace is over", () => {
    expect(found(auto, [], { today: "2026-01-20" })).toEqual([]);
    expect(found(auto, [], { today: "2026-01-21" })).toEqual([
      {
        kind: "autopay-unseen",
        payment_id: "pay_hydro",
        name: "Hydro",
        cycle: "2026-01-15",
        message: "autopay is on for Hydro, but the draft of 2026-01-15 was not seen",
        hint: "valhalla confirm Hydro --cycle 2026-01-15",
      },
    ]);
  });

  test("not where it came, nor where autopay is off", () => {
    expect(found(auto, [aConfirmation()], { today: "2026-01-21" })).toEqual([]);
    expect(found(aPayment(), [], { today: "2026-01-21" })).toEqual([]);
  });
});

test("a confirmation without a transaction is found where everything should be posted", () => {
  const confirmations = [
    aConfirmation({ id: "pc_a" }),
    aConfirmation({ id: "pc_b", cycle: "2026-02-15", transaction_id: "tx_1" }),
    aConfirmation({ id: "pc_c", cycle: "2026-03-15", voided_at: "2026-03-16T12:00:00.000Z" }),
  ];
  expect(found(aPayment(), confirmations)).toEqual([]);
  expect(found(aPayment(), confirmations, { isPosting: true })).toMatchObject([
    {
      kind: "no-transaction",
      message: "Hydro is confirmed by pc_a, which has no transaction",
      hint: "valhalla ledger post pc_a",
    },
  ]);
});

describe("findDuplicates", () => {
  const cases: [string, Confirmation[], string][] = [
    ["nothing twice", [aConfirmation({ id: "a" })], ""],
    ["the same day and amount", [aConfirmation({ id: "b" }), aConfirmation({ id: "a" })], "a b"],
    [
      "the same day, two amounts",
      [aConfirmation({ id: "a" }), aConfirmation({ id: "b", amount: "10.00" })],
      "",
    ],
    [
      "the same reference on two days",
      [
        aConfirmation({ id: "a", ref: "R" }),
        aConfirmation({ id: "b", ref: "R", paid_on: "2026-01-20" }),
      ],
      "a b",
    ],
    [
      "two references on one day",
      [aConfirmation({ id: "a", ref: "R" }), aConfirmation({ id: "b", ref: "S" })],
      "",
    ],
    [
      "a reference on one of them",
      [aConfirmation({ id: "a", ref: "R" }), aConfirmation({ id: "b" })],
      "a b",
    ],
    [
      "in the order they were recorded",
      [
        aConfirmation({ id: "a", created_at: "2026-01-15T13:00:00.000Z" }),
        aConfirmation({ id: "b", created_at: "2026-01-15T12:00:00.000Z" }),
        aConfirmation({ id: "c", created_at: "2026-01-15T14:00:00.000Z" }),
      ],
      "b a c",
    ],
  ];
  test.each(cases)("%s", (_why, confirmations, groups) => {
    const shown = findDuplicates(confirmations).map((group) => group.map(({ id }) => id).join(" "));
    expect(shown.join(", ")).toBe(groups);
  });
});
