import { exponentOf } from "./currencies.ts";
import type { Decimal } from "./decimal.ts";
import { decimalOf, sumByCurrency } from "./money.ts";

/** A sum in one currency; sums of several are never added. */
export interface Total {
  readonly amount: Decimal;
  readonly amount_minor: number;
  readonly currency: string;
  /** What it is worth in the household's currency, where the user set a rate; null otherwise. */
  readonly converted: Converted | null;
}

export interface Converted {
  readonly amount: Decimal;
  readonly currency: string;
  /** What one unit of the currency is worth in the household's, as the user set it. */
  readonly rate: Decimal;
}

/** Sums amounts per currency, in the order the currencies appear, each with its worth by the user's rates. */
export function totalsOf(
  amounts: Iterable<{ readonly amount: Decimal; readonly currency: string }>,
  settings: ReadonlyMap<string, unknown>,
  household: string,
): Total[] {
  return [...sumByCurrency(amounts)].map(([currency, minor]) => {
    const rate = settings.get(`fx.${currency}.${household}`);
    return {
      amount: decimalOf(minor, currency),
      amount_minor: minor,
      currency,
      converted:
        typeof rate !== "string"
          ? null
          : { amount: convert(minor, currency, household, rate), currency: household, rate },
    };
  });
}

/** Converts minor units by a rate, a decimal text; exact, then rounded half up to the other currency's minor unit. */
export function convert(minor: number, from: string, to: string, rate: Decimal): Decimal {
  const [whole = "", decimals = ""] = rate.split(".");
  const scaled = BigInt(minor) * BigInt(whole + decimals) * 10n ** BigInt(exponentOf(to));
  const divisor = 10n ** BigInt(decimals.length + exponentOf(from));
  const sign = scaled < 0n ? -1n : 1n;
  const rounded = (scaled * sign * 2n + divisor) / (divisor * 2n);
  return decimalOf(Number(rounded * sign), to);
}
