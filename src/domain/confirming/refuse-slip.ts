import type { Standee } from "../cycles/settle.ts";
import { decimalOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import type { Payment } from "../registry/payment.ts";

/**
 * Refuses (`not-allowed`) an amount of more than ten times what is expected of the cycle: most often a point was left out.
 * On a terminal it is asked about instead.
 */
export function refuseSlip(payment: Payment, { cycle, standing }: Standee, minor: number): void {
  if (standing.expected <= 0 || minor <= 10 * standing.expected) return;
  const { currency } = payment;
  throw new Refusal(
    "not-allowed",
    `${decimalOf(minor, currency)} ${currency} is more than ten times the ${standing.amount} expected of ${payment.name} for ${cycle.name}`,
    "If it is right, say --yes.",
  );
}
