import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Cycle } from "./cycle.ts";

/** The refusal of what cannot be done about a cycle that is skipped. */
export function skippedRefusal(
  code: "not-allowed" | "conflict",
  payment: Payment,
  { name }: Cycle,
): Refusal {
  return new Refusal(
    code,
    `the cycle ${name} of ${payment.name} is skipped`,
    `Take that back first: valhalla unskip ${addressOf(payment)} --cycle ${name}`,
  );
}
