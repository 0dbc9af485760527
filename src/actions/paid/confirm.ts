import type { Change } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import {
  type ConfirmationView,
  confirmationView,
} from "../../domain/confirmations/confirmation-view.ts";
import { methodOf } from "../../domain/confirmations/method.ts";
import {
  confirmPayment,
  type Payout,
  paidMinor,
  refuseKnownRef,
} from "../../domain/confirming/confirm.ts";
import { transactionEdit } from "../../domain/confirming/transaction-edit.ts";
import { chooseCycle } from "../../domain/cycles/choose-cycle.ts";
import { cycleSaid } from "../../domain/cycles/cycle-said.ts";
import type { CycleStatus } from "../../domain/cycles/cycle-status.ts";
import type { View } from "../../domain/cycles/settle.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { chartOf, postConfirmation } from "../../domain/ledger/posting.ts";
import type { Transaction } from "../../domain/ledger/transaction.ts";
import type { Decimal } from "../../domain/money/decimal.ts";
import { decimalOf } from "../../domain/money/money.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import { checkedName, checkedText } from "../../domain/words/text.ts";
import type { Snapshot } from "../../store/snapshot.ts";
import type { Deed } from "../action.ts";
import { cycle, paidDay, text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";

/** What may be said of confirmations, of one or of several at once. */
export const confirmationFields = {
  /** The day it was paid, `due` where that is the day the cycle is due; today where it is not said. */
  on: paidDay,
  method: text,
  notes: text,
  /** Pays the next cycle although nothing is owed. */
  early: yesOrNo,
  /** The bank has the order for a day to come. */
  scheduled: yesOrNo,
  /** Whether to post it; the setting `ledger.auto_post` decides where it is not said. */
  post: yesOrNo,
};

const oneFields = {
  ...confirmationFields,
  /** What remains where it is not said. */
  amount: text,
  ref: text,
  cycle,
};

/** What was paid. */
export type ConfirmInput = Partial<ValuesOf<typeof oneFields>> & { readonly payment: string };

/** A confirmation, and where its cycle stands with it. */
export interface Confirmed extends ConfirmationView {
  readonly cycle_status: CycleStatus;
  readonly remaining: Decimal;
  readonly name: string;
  /** The day the cycle is due. */
  readonly date: Day;
}

/** Records that a payment was made. */
export const confirm: Deed<ConfirmInput, Confirmed> = {
  name: "confirm",
  effect: "changes",
  input: inputOf({ payment: text }, oneFields),
  decide(books, input, given) {
    const ids = { confirmation: given.id("pc"), transaction: given.id("tx") };
    const { now } = given;
    const payment = paymentMeant(books, input.payment);
    const view = books.viewOf(payment);
    const payout = payoutOf(payment, input, view);
    if (payout.ref !== null) {
      refuseKnownRef(payment, findRef(books.snapshot, payment, payout.ref));
    }
    const stamp = { id: ids.confirmation, now };
    const { confirmation, standee } = confirmPayment(payment, payout, stamp, view);
    const settings = books.snapshot.settings();
    const isPosting = input.post ?? settingIn(settings, setting.autoPost);
    const posted = isPosting
      ? postConfirmation(payment, confirmation, { id: ids.transaction, now }, chartOf(settings))
      : { confirmation, transaction: null };
    return {
      change: confirmChange(payment, posted.confirmation, posted.transaction),
      outcome: {
        ...confirmationView(posted.confirmation),
        cycle_status: standee.standing.status,
        remaining: decimalOf(standee.standing.remaining, payment.currency),
        name: payment.name,
        date: standee.cycle.date,
      },
    };
  },
};

function payoutOf(payment: Payment, input: ConfirmInput, view: View): Payout {
  const { on = view.today, early = false } = input;
  const cycle = input.cycle === undefined ? null : cycleSaid(payment, input.cycle, view);
  const claim = { paid_on: view.today, cycle, early };
  return {
    paid_on: on === "due" ? chooseCycle(payment, claim, view).cycle.date : on,
    ...{ cycle, early },
    minor: input.amount === undefined ? null : paidMinor(payment, input.amount),
    method: methodOf(input.method ?? "MANUAL"),
    ref: input.ref === undefined ? null : checkedName("the reference", input.ref),
    notes: checkedText("the notes", input.notes ?? ""),
    source: "manual",
    scheduled: input.scheduled ?? false,
  };
}

/** A confirmation of this payment with that reference that is not void. */
function findRef(snapshot: Snapshot, { id }: Payment, ref: string): Confirmation | null {
  const known = snapshot.confirmationsOf(id).filter(({ voided_at }) => voided_at === null);
  return known.find((each) => each.ref === ref) ?? null;
}

function confirmChange(
  { name }: Payment,
  confirmation: Confirmation,
  transaction: Transaction | null,
): Change {
  const { id, payment_id, cycle, amount, currency } = confirmation;
  return {
    area: "confirmations",
    action: "confirm",
    ref_id: id,
    meta: { name, payment_id, cycle, amount, currency },
    edits: [
      { collection: "confirmations", id, before: null, after: confirmation },
      ...(transaction === null ? [] : [transactionEdit(transaction)]),
    ],
  };
}
