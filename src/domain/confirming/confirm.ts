import type { Edit } from "../change.ts";
import type { Confirmation } from "../confirmations/confirmation.ts";
import { type Cycle, cyclesDue, dueSince } from "../cycles/cycle.ts";
import {
  type Claim,
  chooseCycle,
  datesAround,
  isInWindow,
  type Standee,
  standeeOf,
  type View,
} from "../cycles/settle.ts";
import { expectedOf } from "../cycles/standing.ts";
import type { Day } from "../days/calendar.ts";
import { decimalOf, minorOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";

/** What the user says was paid. */
export interface Payout extends Claim {
  /** Minor units of the payment's currency; null pays what remains. */
  readonly minor: number | null;
  readonly method: string;
  readonly ref: string | null;
  readonly notes: string;
  readonly source: Confirmation["source"];
  /** A payment on a day to come is refused unless it says that it is scheduled. */
  readonly scheduled: boolean;
}

/** A new confirmation, the cycle it is for, and where that cycle stands with it. */
export interface Confirmed {
  readonly confirmation: Confirmation;
  readonly before: Standee;
  readonly after: Standee;
}

/** What gives a new record its identity. */
export interface Stamp {
  readonly id: string;
  readonly now: string;
}

/**
 * Records that a payment was made. Refuses a day to come (`not-allowed`), a cycle that is closed
 * already unless an amount says that more was paid (`already-done`), and what looks like a retry of
 * a confirmation that is there (`duplicate`).
 */
export function confirmPayment(
  payment: Payment,
  payout: Payout,
  stamp: Stamp,
  view: View,
): Confirmed {
  refuseFuture(payment, payout, view.today);
  const before = chooseCycle(payment, payout, view);
  const minor = payout.minor ?? before.standing.remaining;
  refuseRetry(payment, payout, before, view);
  refuseClosed(payment, payout, before, view);

  const { cycle } = before;
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
  };
  const after = standeeOf(payment, cycle, {
    ...view,
    evidence: () => [...evidence, confirmation],
  });
  return { confirmation, before, after };
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

/**
 * Without a named cycle, the same payment on the same day would pay a second cycle, or a part twice. That
 * is what a script does that did not see the first answer.
 */
function refuseRetry(payment: Payment, payout: Payout, { cycle }: Standee, view: View): void {
  if (payout.cycle !== null) return;
  const twin = findTwin(payment, payout, cycle, view);
  if (twin === null) return;
  throw new Refusal(
    "duplicate",
    `${payment.name} was confirmed on ${twin.paid_on} already, for ${twin.cycle}`,
    `If it was paid twice that day: valhalla confirm ${addressOf(payment)} --cycle ${cycle.name}`,
  );
}

/**
 * A confirmation of the same day that could be the same payment: of a cycle whose window holds the day, or, where the
 * chosen one was not chosen by its window, of one before it, which was the oldest open one then.
 */
function findTwin(
  payment: Payment,
  payout: Payout,
  chosen: Cycle,
  view: View,
): Confirmation | null {
  const { policy } = view;
  const around = datesAround(payout.paid_on, policy);
  const before = { from: dueSince(payment, policy), to: chosen.date };
  const spans = isInWindow(chosen, payout.paid_on, policy) ? [around] : [before, around];
  for (const { name } of spans.flatMap((dates) => cyclesDue(payment, dates, policy))) {
    // What remains of a cycle is another payment than the one that came before.
    if (name === chosen.name && payout.minor === null) continue;
    const twin = view.evidence(payment.id, name).find((each) => isTwin(each, payout));
    if (twin !== undefined) return twin;
  }
  return null;
}

function isTwin(known: Confirmation, { paid_on, minor, ref }: Payout): boolean {
  if (known.voided_at !== null || known.paid_on !== paid_on) return false;
  if (ref !== null && known.ref !== null && ref !== known.ref) return false;
  return minor === null || minor === minorOf(known.amount, known.currency);
}

function refuseClosed(
  payment: Payment,
  payout: Payout,
  { cycle, standing }: Standee,
  view: View,
): void {
  if (!standing.isSettled) return;
  const evidence = view.evidence(payment.id, cycle.name).filter((each) => each.voided_at === null);
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
