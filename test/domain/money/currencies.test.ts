import { describe, expect, test } from "vitest";
import {
  currencyExponents,
  exponentOf,
  parseCurrency,
} from "../../../src/domain/money/currencies.ts";
import { refusalOf } from "../../support/refusal.ts";

describe("the table of currencies", () => {
  test("holds the 165 codes of the list that have a minor unit", () => {
    expect(currencyExponents.size).toBe(165);
    expect([...currencyExponents.keys()].every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  test("has the decimals of ISO 4217, where those of locale data differ", () => {
    expect(["CAD", "JPY", "KWD", "CLF", "HUF", "IDR", "ISK", "UGX"].map(exponentOf)).toEqual([
      2, 0, 3, 4, 2, 2, 0, 0,
    ]);
  });
});

describe("parseCurrency", () => {
  test("takes any case and space around", () => {
    expect(parseCurrency(" cad ")).toBe("CAD");
  });

  test.each(["", "dollar", "C", "CADD", "XXX", "XDR", "ANG", "__proto__", "ﬀ"])(
    "refuses %j",
    (text) => {
      expect(refusalOf(() => parseCurrency(text)).code).toBe("bad-currency");
    },
  );

  test("names the nearest", () => {
    expect(refusalOf(() => parseCurrency("CDA")).hint).toContain("CAD");
    expect(refusalOf(() => exponentOf("usd!")).hint).toContain("USD");
  });
});
