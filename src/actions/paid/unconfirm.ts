import type { Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import {
  type ConfirmationView,
  confirmationView,
} from "../../domain/confirmations/confirmation-view.ts";
import { type Stamp, voidConfirmation } from "../../domain/confirming/confirm.ts";
import { transactionEdit } from "../../domain/confirming/transaction-edit.ts";
import { findCycle } from "../../domain/cycles/cycle.ts";
import type { CycleStatus } from "../../domain/cycles/cycle-status.ts";
import { type Evidence, standeeOf } from "../../domain/cycles/settle.ts";
import { reversalOf } from "../../domain/ledger/posting.ts";
import type { Decimal } from "../../domain/money/decimal.ts";
import { decimalOf } from "../../domain/money/money.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { requireConfirmation } from "../evidence.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";

export interface Unconfirmed extends ConfirmationView {
  /** Where its cycle stands without it; null where it had none. */
  readonly cycle_status: CycleStatus | null;
  readonly remaining: Decimal | null;
  /** The payment's name. */
  readonly name: string;
  /** The counter-entry, where it had been posted. */
  readonly reversal_id: string | null;
}

/** Voids a confirmation: it is kept, its cycle opens again, and its transaction is reversed. */
export const unconfirm: Deed<{ readonly id: string }, Unconfirmed> = {
  name: "unconfirm",
  effect: "changes",
  input: inputOf({ id: text }, {}),
  decide(books, { id }, given) {
    const stamp = { id: given.id("tx"), now: given.now };
    const confirmation = requireConfirmation(books.snapshot, id);
    const voided = voidConfirmation(confirmation, given.now);
    const reversal = reversalEdit(confirmation, stamp, books);
    const { payment_id, cycle } = confirmation;
    const payment = books.snapshot.get("payments", payment_id);
    const name = payment?.name ?? payment_id;
    return {
      change: {
        area: "confirmations",
        action: "unconfirm",
        ref_id: id,
        meta: { name, payment_id, cycle },
        edits: [voided, ...(reversal === null ? [] : [reversal])],
      },
      outcome: {
        ...confirmationView({ ...confirmation, voided_at: given.now }),
        ...(payment === undefined ? nowhere : standingWithout(payment, confirmation, books)),
        name,
        reversal_id: reversal?.id ?? null,
      },
    };
  },
};

const nowhere = { cycle_status: null, remaining: null };

function standingWithout(
  payment: Payment,
  { id, cycle: name }: Confirmation,
  { policy, viewOf }: Books,
): Pick<Unconfirmed, "cycle_status" | "remaining"> {
  const cycle = name === null ? null : findCycle(payment, name, policy);
  if (cycle === null) return nowhere;
  const view = viewOf(payment);
  const evidence: Evidence = (...of) => view.evidence(...of).filter((each) => each.id !== id);
  const { status, remaining } = standeeOf(payment, cycle, { ...view, evidence }).standing;
  return { cycle_status: status, remaining: decimalOf(remaining, payment.currency) };
}

function reversalEdit(
  { transaction_id }: Confirmation,
  stamp: Stamp,
  { snapshot, today }: Books,
): Edit | null {
  if (transaction_id === null) return null;
  const transaction = snapshot.get("transactions", transaction_id);
  return transaction === undefined ? null : transactionEdit(reversalOf(transaction, stamp, today));
}
