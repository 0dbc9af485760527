import type { Decimal } from "../money/decimal.ts";
import { amountOfNumber, decimalOf, parseAmount } from "../money/money.ts";
import { Refusal } from "../refusal.ts";

/**
 * Reads an amount of another program in a known currency: a JSON number exactly, a text as people
 * write it. Refuses (`bad-amount`) what those refuse, and a text that names another currency.
 */
export function foreignAmountIn(currency: string, value: number | string): Decimal {
  if (typeof value === "number") return amountOfNumber(value, currency);
  const money = parseAmount(value, currency);
  if (money.currency === currency) return decimalOf(money.minor, currency);
  throw new Refusal(
    "bad-amount",
    `"${value}" is not in ${currency}`,
    "Name the same currency in the amount and beside it.",
  );
}
