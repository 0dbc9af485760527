import { type Confirmation, isOutlay } from "../confirmations/confirmation.ts";
import type { Claim } from "../cycles/choose-cycle.ts";
import { type Cycle, findCycle } from "../cycles/cycle.ts";
import { isInWindow, type Standee, type View } from "../cycles/settle.ts";
import { minorOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";

/** What a payment made twice would have in common. */
export interface Repeatable extends Claim {
  /** Minor units; null pays what remains. */
  readonly minor: number | null;
  readonly ref: string | null;
}

/**
 * Refuses (`duplicate`) what looks like a retry: without a named cycle, the same payment on the same day would pay a second
 * cycle, or a part twice. That is what a script does that did not see the first answer.
 */
export function refuseRetry(
  payment: Payment,
  payout: Repeatable,
  { cycle }: Standee,
  view: View,
): void {
  if (payout.cycle !== null) return;
  const twin = findTwin(payment, payout, cycle, view);
  if (twin === undefined) return;
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
  payout: Repeatable,
  chosen: Cycle,
  { paidOn, policy }: View,
): Confirmation | undefined {
  const isChosenByWindow = isInWindow(chosen, payout.paid_on, policy);
  return paidOn(payment.id, payout.paid_on).find((known) => {
    if (known.cycle === null || !isTwin(known, payout)) return false;
    // What remains of a cycle is another payment than the one that came before.
    if (known.cycle === chosen.name) return payout.minor !== null;
    const cycle = findCycle(payment, known.cycle, policy);
    if (cycle === null) return false;
    const isBefore = !isChosenByWindow && cycle.date <= chosen.date;
    return isBefore || isInWindow(cycle, payout.paid_on, policy);
  });
}

function isTwin(known: Confirmation, { minor, ref }: Repeatable): boolean {
  if (!isOutlay(known)) return false;
  if (ref !== null && known.ref !== null && ref !== known.ref) return false;
  // Of a payment that was split, the amount of one share says nothing.
  if (known.split !== undefined) return true;
  return minor === null || minor === minorOf(known.amount, known.currency);
}
