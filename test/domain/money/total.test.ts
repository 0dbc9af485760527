import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, totalsOf } from "../../../src/domain/money/total.ts";
import { table } from "../../support/table.ts";

describe("convert", () => {
  test.each(
    table<"why" | "minor" | "from" | "to" | "rate" | "converted">(`
      why                                | minor | from | to  | rate     | converted
      a rate with two decimals           | 1699  | USD  | CAD | 1.37     | 23.28
      a half goes up                     | 1     | USD  | CAD | 1.5      | 0.02
      a half below zero goes down        | -1    | USD  | CAD | 1.5      | -0.02
      to a currency without minor units  | 1050  | USD  | JPY | 150      | 1575
      from a currency with three         | 1250  | KWD  | CAD | 4.4      | 5.50
      a rate far below one               | 100   | JPY  | CAD | 0.009    | 0.90
    `),
  )("$why", ({ minor, from, to, rate, converted }) => {
    expect(convert(Number(minor), from, to, rate)).toBe(converted);
  });

  test("a rate of one changes nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(convert(minor, "CAD", "USD", "1")).toBe(convert(minor, "CAD", "CAD", "1.00"));
      }),
    );
  });
});

test("totals of several currencies are never added, and converted only by a rate that is set", () => {
  const amounts = [
    { amount: "10.00", currency: "CAD" },
    { amount: "16.99", currency: "USD" },
    { amount: "5.00", currency: "EUR" },
    { amount: "0.01", currency: "USD" },
  ];
  const totals = totalsOf(amounts, new Map([["fx.USD.CAD", "1.37"]]));
  expect(totals.map(({ amount, currency }) => `${amount} ${currency}`)).toEqual([
    "10.00 CAD",
    "17.00 USD",
    "5.00 EUR",
  ]);
  expect(totals.map(({ converted }) => converted)).toEqual([
    null,
    { amount: "23.29", currency: "CAD", rate: "1.37" },
    null,
  ]);
});
