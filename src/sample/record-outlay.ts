import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import { confirmPayment, type Stamp } from "../domain/confirming/confirm.ts";
import type { Standee, View } from "../domain/cycles/settle.ts";
import { confirmationOf } from "../domain/imports/adopt-confirmation.ts";
import { chartOf, postConfirmation, reversalOf } from "../domain/ledger/posting.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { decimalOf } from "../domain/money/money.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Outlay } from "./outlays.ts";
import type { Habit } from "./plot.ts";
import { sampleId } from "./sample-id.ts";

/** A confirmation with the transactions it led to. */
export interface Recorded {
  readonly confirmation: Confirmation;
  readonly transactions: readonly Transaction[];
}

/** A cycle of a payment, as those who pay it see it. */
export interface Payer {
  readonly payment: Payment;
  readonly standee: Standee;
  readonly habit: Habit;
  readonly view: View;
}

/** Records money that left for a cycle: confirmed, posted where that is the habit, voided where it was wrong. */
export function recordOutlay(payer: Payer, outlay: Outlay): Recorded {
  const { payment, standee, habit, view } = payer;
  const before = view.evidence(payment.id, standee.cycle.name).length;
  const words = [payment.name, standee.cycle.name, before];
  const now = `${outlay.paid_on}T09:${30 + before}:00.000Z`;
  const stamp = { id: sampleId("pc", ...words), now };
  if (outlay.as === "unlinked")
    return { confirmation: loose(payer, outlay, stamp), transactions: [] };

  const confirmation = confirmed(payer, outlay, stamp);
  const ledgerStamp = { id: sampleId("tx", ...words), now };
  const posted =
    habit.posts === true
      ? postConfirmation(payment, confirmation, ledgerStamp, chartOf(new Map()))
      : { confirmation, transaction: null };
  const transactions = posted.transaction === null ? [] : [posted.transaction];
  if (outlay.as === "linked") return { confirmation: posted.confirmation, transactions };

  const back = { id: sampleId("tx", ...words, "back"), now };
  const reversals = transactions.map((each) => reversalOf(each, back, outlay.paid_on));
  return {
    confirmation: { ...posted.confirmation, voided_at: now },
    transactions: [...transactions, ...reversals],
  };
}

function confirmed({ payment, standee, habit, view }: Payer, outlay: Outlay, stamp: Stamp) {
  const payout = {
    paid_on: outlay.paid_on,
    cycle: standee.cycle.name,
    early: false,
    minor: outlay.minor(standee.standing),
    method: habit.method,
    ref: outlay.ref,
    notes: "",
    source: "manual" as const,
    scheduled: false,
  };
  return confirmPayment(payment, payout, stamp, view).confirmation;
}

/** As an import leaves what it could not link to a cycle. */
function loose({ payment, standee, habit }: Payer, outlay: Outlay, stamp: Stamp): Confirmation {
  const bankLine = {
    payment_id: payment.id,
    paid_on: outlay.paid_on,
    amount: decimalOf(outlay.minor(standee.standing), payment.currency),
    currency: payment.currency,
    method: habit.method,
    ref: outlay.ref,
    notes: "",
    source: "bank" as const,
    transaction_id: null,
    created_at: null,
    voided_at: null,
  };
  return confirmationOf(bankLine, null, null, stamp);
}
