import type { Context } from "../context.ts";
import type { Edit } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import {
  type ConfirmationView,
  confirmationView,
} from "../domain/confirmations/confirmation-view.ts";
import { voidConfirmation } from "../domain/confirming/confirm.ts";
import { findCycle } from "../domain/cycles/cycle.ts";
import type { CycleStatus } from "../domain/cycles/cycle-status.ts";
import { type Evidence, standeeOf } from "../domain/cycles/settle.ts";
import { reversalOf } from "../domain/ledger/posting.ts";
import type { Decimal } from "../domain/money/decimal.ts";
import { decimalOf } from "../domain/money/money.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Snapshot } from "../store/views/snapshot.ts";
import { type Books, changeBooks, type Receipted } from "./books.ts";
import { transactionEdit } from "./ledger-edit.ts";

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
export function unconfirm(context: Context, id: string): Promise<Unconfirmed & Receipted> {
  const stamp = { id: context.ids.next("tx"), now: context.clock.now() };
  return changeBooks(context, (books) => {
    const confirmation = requireConfirmation(books.snapshot, id);
    const after = { ...confirmation, voided_at: stamp.now };
    const reversal = reversalEdit(confirmation, stamp, books);
    const edits = [
      voidConfirmation(confirmation, stamp.now),
      ...(reversal === null ? [] : [reversal]),
    ];
    const { payment_id, cycle } = confirmation;
    const payment = books.snapshot.get("payments", payment_id);
    const name = payment?.name ?? payment_id;
    return {
      change: {
        area: "confirmations",
        action: "unconfirm",
        ref_id: id,
        meta: { name, payment_id, cycle },
        edits,
      },
      outcome: {
        ...confirmationView(after),
        ...(payment === undefined ? nowhere : standingWithout(payment, confirmation, books)),
        name,
        reversal_id: reversal?.id ?? null,
      },
    };
  });
}

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

/** The confirmation of that id; refuses (`not-found`) where there is none. */
export function requireConfirmation(snapshot: Snapshot, id: string): Confirmation {
  const confirmation = /^\w{1,64}$/.test(id) ? snapshot.get("confirmations", id) : undefined;
  if (confirmation !== undefined) return confirmation;
  throw new Refusal("not-found", `no confirmation "${id}"`, "See them: valhalla confirmations");
}

function reversalEdit(
  { transaction_id }: Confirmation,
  stamp: { readonly id: string; readonly now: string },
  { snapshot, today }: Books,
): Edit | null {
  if (transaction_id === null) return null;
  const transaction = snapshot.get("transactions", transaction_id);
  return transaction === undefined ? null : transactionEdit(reversalOf(transaction, stamp, today));
}
