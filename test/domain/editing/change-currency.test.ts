import { expect, test } from "vitest";
import { changeCurrency } from "../../../src/domain/editing/change-currency.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";

const name = day("2026-01-15");

test("the amounts keep their numbers in another currency", () => {
  const payment = aPayment({
    terms: [aTerm({ amount: "1500.00", amount_min: "800.00" })],
    late_fee: "5.00",
    exceptions: { [name]: { expected: "900.00", moved_to: day("2026-01-20") } },
  });
  expect(changeCurrency(payment, "JPY", false)).toEqual({
    ...payment,
    currency: "JPY",
    terms: [aTerm({ amount: "1500", amount_min: "800" })],
    late_fee: "5",
    exceptions: { [name]: { expected: "900", moved_to: "2026-01-20" } },
  });
  const back = changeCurrency(changeCurrency(payment, "JPY", false), "CAD", false);
  expect(back).toEqual(payment);
});

test("nothing is rounded, and nothing that was paid changes its currency", () => {
  expect(refusalOf(() => changeCurrency(aPayment({ amount: "9.99" }), "JPY", false)).code).toBe(
    "bad-amount",
  );
  expect(refusalOf(() => changeCurrency(aPayment(), "USD", true))).toMatchObject({
    code: "conflict",
    message: "Hydro was paid in CAD already",
  });
  expect(changeCurrency(aPayment(), "CAD", true)).toEqual(aPayment());
});
