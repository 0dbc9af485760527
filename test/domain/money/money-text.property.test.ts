import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyExponents } from "../../../src/domain/money/currencies.ts";
import { decimalOf, majorBound, minorOf, parseAmount } from "../../../src/domain/money/money.ts";
import { refusalOf } from "../../support/refusal.ts";

describe("money as text", () => {
  test("printed and read again, an amount of any currency is the same", () => {
    fc.assert(
      fc.property(money, ({ minor, currency }) => {
        const text = decimalOf(minor, currency);
        expect(minorOf(text, currency)).toBe(minor);
        expect(parseAmount(text, currency, { signed: true })).toEqual({ minor, currency });
        expect(parseAmount(`${currency} ${text}`, "CAD", { signed: true }).minor).toBe(minor);
      }),
      { numRuns: 5000 },
    );
  });

  test("with commas between thousands it is the same too", () => {
    fc.assert(
      fc.property(money, ({ minor, currency }) => {
        const [whole = "", decimals] = decimalOf(Math.abs(minor), currency).split(".");
        fc.pre(decimals !== undefined || currencyExponents.get(currency) === 0);
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
        const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
        expect(parseAmount(text, currency).minor).toBe(Math.abs(minor));
      }),
      { numRuns: 3000 },
    );
  });

  test("it agrees with whole-number arithmetic of any size", () => {
    fc.assert(
      fc.property(money, ({ minor, currency }) => {
        const scale = 10n ** BigInt(currencyExponents.get(currency) ?? 0);
        const size = BigInt(Math.abs(minor));
        const [whole = "", decimals = "0"] = decimalOf(minor, currency).replace("-", "").split(".");
        expect(BigInt(whole)).toBe(size / scale);
        expect(BigInt(decimals)).toBe(size % scale);
      }),
      { numRuns: 3000 },
    );
  });

  test("arbitrary text is an amount or refused, never anything else", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,-$€ CADe+"), maxLength: 20 }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        try {
          const { minor, currency } = parseAmount(text, "CAD");
          expect(minorOf(decimalOf(minor, currency), currency)).toBe(minor);
        } catch (error) {
          expect(refusalOf(() => rethrow(error)).code).toMatch(/^bad-(amount|currency)$/);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

const money = fc
  .tuple(
    fc.constantFrom(...currencyExponents.entries()),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 1e6 }),
  )
  .map(([[currency, exponent], share, small]) => {
    const bound = Math.min(majorBound * 10 ** exponent - 1, Number.MAX_SAFE_INTEGER);
    const minor = small % 3 === 0 ? small : Math.trunc(share * bound);
    return { currency, minor: minor === 0 ? 0 : minor };
  });

function rethrow(error: unknown): never {
  throw error;
}
