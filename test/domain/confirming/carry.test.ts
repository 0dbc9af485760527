import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import { confirmCarried } from "../../../src/domain/confirming/carry.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const payout = {
  ...{ cycle: null, early: false, method: "PAD", ref: "R1", notes: "", scheduled: false },
  source: "manual" as const,
};

function carried(payment: Payment, on: string, minor: number, known: Confirmation[] = []) {
  let count = 0;
  const stamps = () => {
    count += 1;
    return { id: `pc_${count}`, now: `${on}T12:00:00.000Z` };
  };
  return confirmCarried(payment, { ...payout, paid_on: day(on), minor }, stamps, aView(on, known));
}

const brief = (payment: Payment, on: string, minor: number, known?: Confirmation[]): string =>
  carried(payment, on, minor, known)
    .map(({ confirmation, standee }) => {
      const { cycle, amount, split = "alone" } = confirmation;
      return `${cycle?.slice(5)} ${Number(amount)} ${standee.standing.status} ${split}`;
    })
    .join(", ");

describe("too much paid is carried over to the cycles after", () => {
  const payments: Readonly<Record<string, Payment>> = {
    monthly: aPayment(),
    estimate: aPayment({ tolerance: "10" }),
    skipped: aPayment({ exceptions: { [day("2026-02-15")]: { skipped: true } } }),
  };
  test.each(
    table<"why" | "part" | "paid" | "minor" | "shares">(`
      why                         | part     | paid       | minor | shares
      no more than it wants       | monthly  |            | 15000 | 01-15 150 paid alone
      less                        | monthly  |            | 10000 | 01-15 100 partial alone
      a part of the next          | monthly  |            | 20000 | 01-15 150 paid pc_1, 02-15 50 partial pc_1
      the whole next              | monthly  |            | 30000 | 01-15 150 paid pc_1, 02-15 150 paid pc_1
      over several                | monthly  |            | 31000 | 01-15 150 paid pc_1, 02-15 150 paid pc_1, 03-15 10 partial pc_1
      past one that is paid       | monthly  | 2026-02-15 | 20000 | 01-15 150 paid pc_1, 03-15 50 partial pc_1
      past one that is skipped    | skipped  |            | 20000 | 01-15 150 paid pc_1, 03-15 50 partial pc_1
      an estimate, less           | estimate |            | 10000 | 01-15 100 paid alone
      an estimate, more: the rest leaves the next open | estimate | | 29000 | 01-15 150 paid pc_1, 02-15 140 partial pc_1
    `),
  )("$why", ({ part, paid, minor, shares }) => {
    const known = paid === "" ? [] : [aConfirmation({ cycle: paid, paid_on: "2026-01-02" })];
    expect(brief(payments[part] ?? aPayment(), "2026-01-15", Number(minor), known)).toBe(shares);
  });

  test("to all that the payment still costs, and no further", () => {
    const plan = aPayment({ count: 2 });
    expect(brief(plan, "2026-01-15", 30_000)).toBe("01-15 150 paid pc_1, 02-15 150 paid pc_1");
    expect(refusalOf(() => carried(plan, "2026-01-15", 31_000))).toMatchObject({
      code: "conflict",
      message: "10.00 CAD is more than Hydro still costs",
    });
  });

  test("a retry is refused, although what it would pay is another amount", () => {
    const rent = aPayment({ start: "2026-01-01" });
    const known = carried(rent, "2026-01-29", 20_000).map(({ confirmation }) => confirmation);
    expect(known.map(({ cycle }) => cycle)).toEqual(["2026-01-01", "2026-02-01"]);
    expect(refusalOf(() => carried(rent, "2026-01-29", 20_000, known)).code).toBe("duplicate");
  });

  test("no cent is lost, and no cycle gets more than it wants", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (minor) => {
        const shares = carried(aPayment(), "2026-01-15", minor);
        const sum = shares.reduce((all, { standee }) => all + standee.standing.paid, 0);
        expect(sum).toBe(minor);
        for (const { standee } of shares) expect(standee.standing.paid).toBeLessThanOrEqual(15_000);
      }),
    );
  });
});
