import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMinor,
  amountOfNumber,
  decimalOf,
  majorBound,
  minorOf,
  parseAmount,
  sumByCurrency,
  withinTolerance,
} from "../../../src/domain/money/money.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("parseAmount", () => {
  test.each(
    table<"why" | "text" | "by default" | "amount">(`
      why                                        | text           | by default | amount
      whole units                                | 150            | CAD        | 150.00 CAD
      decimals                                   | 150.5          | CAD        | 150.50 CAD
      all the decimals there are                 | 150.00         | CAD        | 150.00 CAD
      nothing before the dot                     | .50            | CAD        | 0.50 CAD
      zero                                       | 0              | CAD        | 0.00 CAD
      leading zeros count for nothing            | 007            | CAD        | 7.00 CAD
      thousands                                  | 1,250.00       | CAD        | 1250.00 CAD
      thousands with no decimals                 | 1,250          | CAD        | 1250.00 CAD
      millions                                   | 1,234,567.89   | CAD        | 1234567.89 CAD
      the sign of the default                    | $150           | CAD        | 150.00 CAD
      the sign of the default, another           | $150           | USD        | 150.00 USD
      the sign apart and behind                  | 150 $          | CAD        | 150.00 CAD
      one country's dollar                       | US$9.99        | CAD        | 9.99 USD
      the euro sign                              | 9.99€          | CAD        | 9.99 EUR
      the pound sign                             | £5             | CAD        | 5.00 GBP
      the yen sign where yen is the default      | ¥500           | JPY        | 500 JPY
      code before                                | CAD 150        | USD        | 150.00 CAD
      code behind                                | 150 cad        | USD        | 150.00 CAD
      code close by                              | 150CAD         | USD        | 150.00 CAD
      no decimals in yen                         | 500            | JPY        | 500 JPY
      three in dinars                            | 1.25           | KWD        | 1.250 KWD
      four in unidades de fomento                | 1.2345         | CLF        | 1.2345 CLF
      the largest                                | 999999999999.99| CAD        | 999999999999.99 CAD
      space around                               |  12 CAD        | CAD        | 12.00 CAD
    `),
  )("$why", ({ text, "by default": byDefault, amount }) => {
    const { minor, currency } = parseAmount(text, byDefault);

    expect(`${decimalOf(minor, currency)} ${currency}`).toBe(amount);
  });

  test.each(
    table<"why" | "text" | "by default" | "code" | "says">(`
      why                                      | text                | by default | code         | says
      nothing                                  |                     | CAD        | bad-amount   | not an amount
      words                                    | ten                 | CAD        | bad-amount   | not an amount
      a dot alone                              | .                   | CAD        | bad-amount   | not an amount
      a dot at the end                         | 5.                  | CAD        | bad-amount   | not an amount
      two dots                                 | 1.2.3               | CAD        | bad-amount   | not an amount
      a power                                  | 1e3                 | CAD        | bad-amount   | not an amount
      an infinity                              | Infinity            | CAD        | bad-amount   | not an amount
      other digits                             | ١٥٠                 | CAD        | bad-amount   | not an amount
      two currencies                           | CAD 150 USD         | CAD        | bad-amount   | not an amount
      two numbers                              | 150 200             | CAD        | bad-amount   | not an amount
      three decimals are not rounded           | 1.999               | CAD        | bad-amount   | finer than CAD is
      nor zeros dropped                        | 1.500               | CAD        | bad-amount   | finer than CAD is
      yen have none                            | 500.0               | JPY        | bad-amount   | finer than JPY is
      a decimal comma                          | 1,25                | CAD        | bad-amount   | read in two ways
      commas the other way                     | 1.250,00            | CAD        | bad-amount   | read in two ways
      commas out of place                      | 12,50.00            | CAD        | bad-amount   | read in two ways
      three decimals or a thousand             | 1,250               | KWD        | bad-amount   | read in two ways
      negative                                 | -5                  | CAD        | bad-amount   | negative
      negative, sign first                     | -$5                 | CAD        | bad-amount   | negative
      negative twice                           | -$-5                | CAD        | bad-amount   | not an amount
      too large                                | 1000000000000       | CAD        | bad-amount   | too large
      beyond counting in ten-thousandths       | 999999999999.9999   | CLF        | bad-amount   | too large
      no currency                              | 150 CDA             | CAD        | bad-currency | not a currency
      gold                                     | 150 XAU             | CAD        | bad-currency | no currency to pay in
      a withdrawn one                          | 150 BGN             | CAD        | bad-currency | not a currency
      whose dollar                             | $150                | EUR        | bad-currency | several currencies
      yen or yuan                              | ¥150                | CAD        | bad-currency | several currencies
      a word every object knows                | 150 constructor     | CAD        | bad-currency | not a currency
    `),
  )("refuses $why: $text", ({ text, "by default": byDefault, code, says }) => {
    const refusal = refusalOf(() => parseAmount(text, byDefault));

    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(says);
    expect(refusal.hint).toMatch(/\.$|\?$/);
  });

  test("takes a negative amount where a sign has a meaning", () => {
    expect(parseAmount("-$5", "CAD", { signed: true })).toEqual({ minor: -500, currency: "CAD" });
    expect(Object.is(parseAmount("-0", "CAD", { signed: true }).minor, 0)).toBe(true);
  });

  test("names the currency that may have been meant", () => {
    expect(refusalOf(() => parseAmount("5 CDA", "CAD")).hint).toMatch(/CAD/);
  });
});

describe("minorOf", () => {
  test.each([
    "",
    "1",
    "1.5",
    "1.500",
    "01.50",
    "+1.50",
    "-0.00",
    ".50",
    "1e3.00",
    "1,00",
    " 1.00",
    "NaN",
    "99999999999999.99",
    "1.5O",
    "0x1.00",
  ])("refuses the spelling %j, which nothing here writes", (text) => {
    expect(refusalOf(() => minorOf(text, "CAD")).code).toBe("damaged");
  });
});

describe("amountOfNumber", () => {
  test.each([
    [16.99, "CAD", "16.99"],
    [16.9, "CAD", "16.90"],
    [150, "CAD", "150.00"],
    [0, "CAD", "0.00"],
    [-0, "CAD", "0.00"],
    [0.07, "CAD", "0.07"],
    [1e11, "CAD", "100000000000.00"],
    [0.001, "KWD", "0.001"],
    [500, "JPY", "500"],
  ])("%d %s is %s", (value, currency, amount) => {
    expect(amountOfNumber(value, currency)).toBe(amount);
  });

  test.each([
    [16.990000000000002, "CAD"],
    [1e-7, "CAD"],
    [500.5, "JPY"],
    [1e21, "CAD"],
    [1e12, "CAD"],
    [-1, "CAD"],
    [Number.NaN, "CAD"],
    [Number.POSITIVE_INFINITY, "CAD"],
  ])("refuses %d %s", (value, currency) => {
    expect(refusalOf(() => amountOfNumber(value, currency)).code).toBe("bad-amount");
  });

  test("gives back every amount that JSON can carry", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (minor) => {
        const amount = decimalOf(minor, "CAD");
        expect(amountOfNumber(JSON.parse(amount.replace(/^0+(?=\d)/, "")), "CAD")).toBe(amount);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("sums", () => {
  test("are kept apart by currency", () => {
    const amounts = [
      { amount: "16.99", currency: "CAD" },
      { amount: "500", currency: "JPY" },
      { amount: "0.01", currency: "CAD" },
    ];

    expect([...sumByCurrency(amounts)]).toEqual([
      ["CAD", 1700],
      ["JPY", 500],
    ]);
  });

  test("that cannot be counted exactly are refused", () => {
    expect(refusalOf(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).code).toBe("bad-amount");
    expect(addMinor(Number.MAX_SAFE_INTEGER, -1)).toBe(Number.MAX_SAFE_INTEGER - 1);
  });
});

describe("withinTolerance", () => {
  test.each(
    table<"why" | "amount" | "expected" | "percent" | "within">(`
      why                        | amount | expected | percent | within
      the same                   | 10000  | 10000    | 0       | true
      a cent off, no tolerance   | 10001  | 10000    | 0       | false
      the upper end counts       | 10750  | 10000    | 7.5     | true
      a cent above it            | 10751  | 10000    | 7.5     | false
      the lower end counts       | 9250   | 10000    | 7.5     | true
      a cent below it            | 9249   | 10000    | 7.5     | false
      no room in small amounts   | 2      | 1        | 7.5     | false
    `),
  )("$why", ({ amount, expected, percent, within }) => {
    expect(withinTolerance(Number(amount), Number(expected), percent)).toBe(within === "true");
  });

  test("is symmetric in the direction of the difference", () => {
    const amount = fc.integer({ min: 0, max: majorBound });
    fc.assert(
      fc.property(amount, fc.nat(1000), fc.nat(200), (expected, off, tenths) => {
        const percent = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        expect(withinTolerance(expected + off, expected, percent)).toBe(
          withinTolerance(expected - off, expected, percent),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
