import type { Decimal } from "../domain/registry/payment.ts";

/** An amount as people read it: `150.00 CAD`. */
export function moneyText({ amount, currency }: { amount: Decimal; currency: string }): string {
  return `${amount} ${currency}`;
}
