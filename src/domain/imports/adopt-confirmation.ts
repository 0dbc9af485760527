import type { Confirmation } from "../confirmations/confirmation.ts";
import { methodOf } from "../confirmations/method.ts";
import type { Cycle } from "../cycles/cycle.ts";
import type { Decimal } from "../money/decimal.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { checkedText } from "../words/text.ts";
import type { ForeignConfirmation } from "./foreign.ts";
import { foreignAmountIn } from "./foreign-amount.ts";

/** What money went out for a payment, whatever cycle it was for. */
export type Outlay = Omit<Confirmation, "id" | "cycle" | "expected" | "created_at"> & {
  readonly created_at: string | null;
};

/**
 * Reads what another program confirmed for a payment. Refuses an amount that is not above zero, another
 * currency than the payment's, and a day to come.
 */
export function adoptConfirmation(
  row: ForeignConfirmation,
  payment: Payment,
  today: string,
): Outlay {
  const { currency } = payment;
  const said = row.currency?.toUpperCase() ?? currency;
  if (said !== currency) {
    throw new Refusal(
      "bad-currency",
      `it was paid in ${said}, but ${payment.name} is in ${currency}`,
      `Give what it was in ${currency}.`,
    );
  }
  if (row.paid_on > today)
    throw new Refusal(
      "not-allowed",
      `${row.paid_on} is a day to come`,
      `If the bank has the order: valhalla confirm ${addressOf(payment)} --on ${row.paid_on} --scheduled`,
    );
  return {
    payment_id: payment.id,
    paid_on: row.paid_on,
    amount: positive(foreignAmountIn(currency, row.amount)),
    currency,
    method: methodOf(row.method ?? "MANUAL"),
    ref: row.ref === null ? null : checkedText("the reference", row.ref),
    notes: checkedText("the notes", row.notes),
    source: "import",
    transaction_id: null,
    created_at: row.created_at,
    voided_at: null,
  };
}

/** The confirmation of an outlay, for the cycle it was linked to or for none. */
export function confirmationOf(
  outlay: Outlay,
  cycle: Cycle | null,
  expected: Decimal | null,
  stamp: { readonly id: string; readonly now: string },
): Confirmation {
  const { payment_id, paid_on, amount, currency, method, ref, notes, source } = outlay;
  return {
    id: stamp.id,
    payment_id,
    cycle: cycle?.name ?? null,
    ...{ paid_on, amount, currency, expected, method, ref, notes, source },
    transaction_id: outlay.transaction_id,
    created_at: outlay.created_at ?? stamp.now,
    voided_at: outlay.voided_at,
  };
}

function positive(amount: Decimal): Decimal {
  if (/[1-9]/.test(amount)) return amount;
  throw new Refusal(
    "bad-amount",
    `${amount} confirms nothing`,
    "Give what was paid, or leave the row out.",
  );
}
