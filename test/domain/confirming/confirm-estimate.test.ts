import { describe, expect, test } from "vitest";
import { Book } from "../../support/a-book.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("an estimate is closed by its first payment, a fixed amount by its sum", () => {
  test.each(
    table<"why" | "tolerance" | "min" | "first" | "stands">(`
      why                          | tolerance | min    | first                   | stands
      an estimate                  | 10        |        | --amount 60             | paid 0
      an estimate, a part          | 10        |        | --amount 60 --partial   | partial 9000
      an estimate, far too much    | 10        |        | --amount 400            | paid 0
      a range                      |           | 100.00 | --amount 60             | paid 0
      a range, a part              |           | 100.00 | --amount 120 --partial  | partial 3000
      a fixed amount, less         |           |        | --amount 100            | partial 5000
      a fixed amount, less in full |           |        | --amount 100 --full     | paid 0
      a fixed amount, more         |           |        | --amount 160            | overpaid 0
    `),
  )("$why", ({ tolerance, min, first, stands }) => {
    const book = new Book(aPayment({ tolerance: tolerance || null, amount_min: min || null }));
    const { status, remaining } = book.confirm("2026-01-15", first).standee.standing;
    expect(`${status} ${remaining}`).toBe(stands);
  });

  test("a range without an amount is refused, unless one was said for the cycle", () => {
    const range = aPayment({ amount: "160.00", amount_min: "80.00" });
    expect(refusalOf(() => new Book(range).confirm("2026-01-15"))).toMatchObject({
      code: "missing-value",
      message: "Hydro costs from 80.00 to 160.00 CAD: the amount is missing",
      hint: "Say what was paid: valhalla confirm Hydro --amount 160.00",
    });
    const exceptions = { [day("2026-01-15")]: { expected: "118.32" } };
    const book = new Book({ ...range, exceptions });
    expect(book.confirm("2026-01-15").confirmation.amount).toBe("118.32");
  });
});
