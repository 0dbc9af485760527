import type { Context } from "../context.ts";
import type { Change } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import {
  type ConfirmationView,
  confirmationView,
} from "../domain/confirmations/confirmation-view.ts";
import { methodOf } from "../domain/confirmations/method.ts";
import { confirmPayment, type Payout, refuseKnownRef } from "../domain/confirming/confirm.ts";
import { cycleSaid } from "../domain/cycles/cycle-said.ts";
import type { CycleStatus } from "../domain/cycles/cycle-status.ts";
import { type ScheduledPayment, scheduledPayment } from "../domain/cycles/scheduled.ts";
import { chooseCycle, nextOpen, type View } from "../domain/cycles/settle.ts";
import { addDays, type Day } from "../domain/days/calendar.ts";
import { chartOf, postConfirmation } from "../domain/ledger/posting.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import type { Decimal } from "../domain/money/decimal.ts";
import { decimalOf, parseAmount } from "../domain/money/money.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { checkedName, checkedText } from "../domain/words/text.ts";
import type { Snapshot } from "../store/views/snapshot.ts";
import { changeBooks, type Receipted, readBooks } from "./books.ts";
import { transactionEdit } from "./ledger-edit.ts";
import { paymentMeant } from "./payment-edit.ts";

export interface ConfirmInput {
  readonly payment: string;
  /** The day it was paid; `due` is the day the cycle is due, null is today. */
  readonly on: Day | "due" | null;
  /** As typed; null pays what remains. */
  readonly amount: string | null;
  readonly method: string | null;
  readonly ref: string | null;
  readonly notes: string;
  /** By its nominal day, as typed. */
  readonly cycle: string | null;
  readonly early: boolean;
  readonly scheduled: boolean;
  /** Whether to post it; null does as the setting `ledger.auto_post` says. */
  readonly post: boolean | null;
}

/** A confirmation, and where its cycle stands with it. */
export interface Confirmed extends ConfirmationView {
  readonly cycle_status: CycleStatus;
  readonly remaining: Decimal;
  readonly name: string;
  /** The day the cycle is due. */
  readonly date: Day;
}

/** Records that a payment was made. */
export function confirm(context: Context, input: ConfirmInput): Promise<Confirmed & Receipted> {
  const ids = { confirmation: context.ids.next("pc"), transaction: context.ids.next("tx") };
  const now = context.clock.now();
  return changeBooks(context, (books) => {
    const payment = paymentMeant(books, input.payment);
    const ref = input.ref === null ? null : checkedName("the reference", input.ref);
    if (ref !== null) refuseKnownRef(payment, findRef(books.snapshot, payment, ref));

    const stamp = { id: ids.confirmation, now };
    const view = books.viewOf(payment);
    const payout = payoutOf(payment, { ...input, ref }, view);
    const { confirmation, after } = confirmPayment(payment, payout, stamp, view);
    const settings = books.snapshot.settings();
    const posted =
      (input.post ?? settings.get("ledger.auto_post") === true)
        ? postConfirmation(payment, confirmation, { id: ids.transaction, now }, chartOf(settings))
        : null;

    return {
      change: confirmChange(
        payment,
        posted?.confirmation ?? confirmation,
        posted?.transaction ?? null,
      ),
      outcome: {
        ...confirmationView(posted?.confirmation ?? confirmation),
        cycle_status: after.standing.status,
        remaining: decimalOf(after.standing.remaining, payment.currency),
        name: payment.name,
        date: after.cycle.date,
      },
    };
  });
}

function payoutOf(payment: Payment, input: ConfirmInput, view: View): Payout {
  const cycle = input.cycle === null ? null : cycleSaid(payment, input.cycle, view);
  const { early } = input;
  return {
    paid_on:
      input.on === "due"
        ? chooseCycle(payment, { paid_on: view.today, cycle, early }, view).cycle.date
        : (input.on ?? view.today),
    cycle,
    early,
    minor: input.amount === null ? null : paidMinor(payment, input.amount),
    method: methodOf(input.method ?? "MANUAL"),
    ref: input.ref,
    notes: checkedText("the notes", input.notes),
    source: "manual",
    scheduled: input.scheduled,
  };
}

function paidMinor(payment: Payment, text: string): number {
  const { minor, currency } = parseAmount(text, payment.currency);
  if (currency !== payment.currency) {
    throw new Refusal(
      "bad-currency",
      `${payment.name} is in ${payment.currency}, not ${currency}`,
      `Give what it was in ${payment.currency}.`,
    );
  }
  if (minor > 0) return minor;
  throw new Refusal(
    "bad-amount",
    "what was paid is more than zero",
    "A cycle that costs nothing is skipped: valhalla skip",
  );
}

/** A confirmation of this payment with that reference that is not void. */
function findRef(snapshot: Snapshot, { id }: Payment, ref: string): Confirmation | null {
  return snapshot.referenced(id, ref).find(({ voided_at }) => voided_at === null) ?? null;
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

/** The next cycle that could be paid early, or null where the payment has none. */
export function nextToPay(
  context: Context,
  { payment, on }: Pick<ConfirmInput, "payment" | "on">,
): Promise<ScheduledPayment | null> {
  return readBooks(context, (books) => {
    const found = paymentMeant(books, payment);
    const next = nextOpen(
      found,
      addDays(on === null || on === "due" ? books.today : on, 1),
      books.viewOf(found),
    );
    return next === null ? null : scheduledPayment(found, next.cycle, next.standing);
  });
}
