import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { parseDay } from "../../src/domain/days/calendar.ts";

/** What a test says of a confirmation; days as they are written. */
export interface ConfirmationPart extends Partial<Omit<Confirmation, "cycle" | "paid_on">> {
  readonly cycle?: string | null;
  readonly paid_on?: string;
}

/** A confirmation of 150 CAD for the payment that `aPayment` makes, on its cycle's day, but for what is said. */
export function aConfirmation(part: ConfirmationPart = {}): Confirmation {
  const { cycle = "2026-01-15", paid_on = cycle ?? "2026-01-15", ...rest } = part;
  return {
    ...usualConfirmation,
    id: `pc_${paid_on}`,
    created_at: `${paid_on}T12:00:00.000Z`,
    cycle: cycle === null ? null : parseDay(cycle),
    paid_on: parseDay(paid_on),
    ...rest,
  };
}

const usualConfirmation = {
  payment_id: "pay_hydro",
  amount: "150.00",
  currency: "CAD",
  expected: null,
  method: "MANUAL",
  ref: null,
  notes: "",
  source: "manual",
  transaction_id: null,
  voided_at: null,
} as const;
