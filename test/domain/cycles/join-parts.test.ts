import { describe, expect, test } from "vitest";
import { linkOutlays } from "../../../src/domain/imports/link-outlays.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

const paymentsByPart: Readonly<Record<string, Payment>> = {
  fixed: aPayment(),
  estimate: aPayment({ tolerance: "10" }),
  range: aPayment({ amount: "160.00", amount_min: "80.00" }),
  moved: aPayment({ exceptions: { [day("2026-02-15")]: { moved_to: day("2026-01-17") } } }),
};

describe("what a file brings in parts is linked in parts, and judged together", () => {
  test.each(
    table<"why" | "part" | "paid" | "linked">(`
      why                                | part     | paid                   | linked
      two halves                         | fixed    | 15 75, 15 75           | 0→01-15 1→01-15
      two halves on different days       | fixed    | 14 75, 18 75           | 0→01-15 1→01-15
      three thirds                       | fixed    | 15 50, 15 50, 16 50    | 0→01-15 1→01-15 2→01-15
      a whole one and another            | fixed    | 15 150, 16 150         | 0→01-15
      a half too many                    | fixed    | 15 75, 15 75, 15 75    | 0→01-15 1→01-15
      a part outside the window          | fixed    | 15 75, 24 75           | 0→01-15
      two tickets of about one sum       | estimate | 15 80, 15 80           | 0→01-15 1→01-15
      more than it may be                | estimate | 15 80, 15 90           | 0→01-15
      two parts of a range               | range    | 15 70, 15 90           | 0→01-15 1→01-15
      more than the highest of a range   | range    | 15 70, 15 91           | 0→01-15
      two cycles near each other: one each, then parts | moved | 15 75, 17 75, 15 75 | 0→01-15 1→02-15 2→01-15
    `),
  )("$why", ({ part, paid, linked }) => {
    const payment = paymentsByPart[part];
    if (payment === undefined) throw new Error(part);
    const outlays = paid.split(", ").map((text, index) => {
      const [date, amount] = text.split(" ");
      return { id: `${index}`, paid_on: day(`2026-01-${date}`), minor: Number(amount) * 100 };
    });
    const cycles = linkOutlays(payment, outlays, () => false, defaultPolicy);
    const shown = [...cycles].map(([id, { name }]) => `${id}→${name.slice(5)}`).sort();
    expect(shown.join(" ")).toBe(linked);
  });

  test("where amounts are not known, one to one", () => {
    const outlays = ["a", "b"].map((id) => ({ id, paid_on: day("2026-01-15") }));
    expect(linkOutlays(aPayment(), outlays, () => false, defaultPolicy).size).toBe(1);
  });
});
