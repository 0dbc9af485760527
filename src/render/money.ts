import type { Decimal } from "../domain/money/decimal.ts";

/** An amount as people read it: `150.00 CAD`. */
export function moneyText({ amount, currency }: { amount: Decimal; currency: string }): string {
  return `${amount} ${currency}`;
}
