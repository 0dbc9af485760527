import type { Edit } from "../change.ts";
import { type Confirmation, isOutlay } from "../confirmations/confirmation.ts";
import { chooseCycle } from "../cycles/choose-cycle.ts";
import type { Cycle } from "../cycles/cycle.ts";
import { type Standee, standeeOf, type View } from "../cycles/settle.ts";
import { expectedOf } from "../cycles/standing.ts";
import type { Day } from "../days/calendar.ts";
import { decimalOf, parseAmount } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { isEstimate } from "../registry/estimate.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { type Repeatable, refuseRetry } from "./refuse-retry.ts";

/** What the user says was paid. */
export interface Payout extends Repeatable {
  readonly method: string;
  readonly notes: string;
  readonly source: Confirmation["source"];
  /** A payment on a day to come is refused unless it says that it is scheduled. */
  readonly scheduled: boolean;
  /** Whether it is only a part, or all that will come; what is not said follows from the term. */
  readonly closing?: Closing | null;
}

export type Closing = "partial" | "full";

/** A new confirmation, and where its cycle stands with it. */
export interface Paid {
  readonly confirmation: Confirmation;
  readonly standee: Standee;
}

/** What gives a new record its identity. */
export interface Stamp {
  readonly id: string;
  readonly now: string;
}

/**
 * Records that a payment was made. Refuses a day to come (`not-allowed`), a cycle that is closed already unless an amount
 * says that more was paid (`already-done`), what looks like a retry of a confirmation that is there (`duplicate`), and a
 * range without an amount (`missing-value`).
 */
export function confirmPayment(payment: Payment, payout: Payout, stamp: Stamp, view: View): Paid {
  refuseFuture(payment, payout, view.today);
  const before = chooseCycle(payment, payout, view);
  refuseRetry(payment, payout, before, view);
  refuseClosed(payment, payout, before, view);
  refuseUnknownAmount(payment, payout, before);

  const { cycle } = before;
  const minor = payout.minor ?? before.standing.remaining;
  const closes = closesOf(cycle, payout.closing ?? null);
  const evidence = view.evidence(payment.id, cycle.name);
  const confirmation: Confirmation = {
    id: stamp.id,
    payment_id: payment.id,
    cycle: cycle.name,
    paid_on: payout.paid_on,
    amount: decimalOf(minor, payment.currency),
    currency: payment.currency,
    expected: decimalOf(expectedOf(payment, cycle, evidence), payment.currency),
    method: payout.method,
    ref: payout.ref,
    notes: payout.notes,
    source: payout.source,
    transaction_id: null,
    created_at: stamp.now,
    voided_at: null,
    ...(closes === null ? {} : { closes }),
  };
  const standee = standeeOf(payment, cycle, {
    ...view,
    evidence: () => [...evidence, confirmation],
  });
  return { confirmation, standee };
}

/** The first payment of an estimate closes it: nobody knew what it would be. A fixed amount closes by its sum. */
function closesOf({ term }: Cycle, closing: Closing | null): boolean | null {
  if (closing !== null) return closing === "full";
  return isEstimate(term) ? true : null;
}

/** Nobody knows what is paid for a range, but who paid it. */
function refuseUnknownAmount(payment: Payment, { minor }: Payout, { cycle }: Standee): void {
  const { amount, amount_min } = cycle.term;
  if (minor !== null || amount_min === null || cycle.exception.expected !== undefined) return;
  throw new Refusal(
    "missing-value",
    `${payment.name} costs from ${amount_min} to ${amount} ${payment.currency}: the amount is missing`,
    `Say what was paid: valhalla confirm ${addressOf(payment)} --amount ${amount}`,
  );
}

/** What was paid, as typed, in minor units; refuses another currency than the payment's, and what is not above zero. */
export function paidMinor(payment: Payment, text: string): number {
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
    "the amount must be above zero",
    "A cycle that costs nothing is skipped: valhalla skip",
  );
}

/** The edits that void a confirmation; refuses (`already-done`) one that is void. */
export function voidConfirmation(confirmation: Confirmation, now: string): Edit {
  if (confirmation.voided_at !== null) {
    throw new Refusal(
      "already-done",
      `${confirmation.id} is void already`,
      `If it was paid after all: ${confirmAgain(confirmation)}`,
    );
  }
  const after = { ...confirmation, voided_at: now };
  return { collection: "confirmations", id: confirmation.id, before: confirmation, after };
}

function confirmAgain({ payment_id, cycle, paid_on }: Confirmation): string {
  return `valhalla confirm ${payment_id} --on ${paid_on}${cycle === null ? "" : ` --cycle ${cycle}`}`;
}

/** Refuses (`duplicate`) a reference that this payment has had before. */
export function refuseKnownRef(payment: Payment, known: Confirmation | null): void {
  if (known === null) return;
  throw new Refusal(
    "duplicate",
    `${payment.name} has a confirmation with the reference ${known.ref} already`,
    `It is ${known.id}, ${known.amount} ${known.currency} on ${known.paid_on}.`,
  );
}

function refuseFuture(payment: Payment, { paid_on, scheduled }: Payout, today: Day): void {
  if (paid_on <= today || scheduled) return;
  throw new Refusal(
    "not-allowed",
    `${paid_on} is a day to come: ${payment.name} cannot have been paid then`,
    "If the bank has the order already, say --scheduled.",
  );
}

function refuseClosed(
  payment: Payment,
  payout: Payout,
  { cycle, standing }: Standee,
  view: View,
): void {
  if (!standing.isSettled) return;
  const evidence = view.evidence(payment.id, cycle.name).filter(isOutlay);
  const isRetry = evidence.some(({ paid_on }) => paid_on === payout.paid_on);
  if (payout.minor !== null && !isRetry) return;
  const [last] = evidence.slice(-1);
  throw new Refusal(
    "already-done",
    `${payment.name} is paid already for ${cycle.name}`,
    last === undefined
      ? `See it: valhalla show ${addressOf(payment)}`
      : `By ${last.id} on ${last.paid_on}. To take that back: valhalla unconfirm ${last.id}`,
  );
}
