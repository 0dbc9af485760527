import { type Confirmation, isOutlay } from "../confirmations/confirmation.ts";
import type { Claim } from "../cycles/choose-cycle.ts";
import { type Cycle, cyclesDue, dueSince } from "../cycles/cycle.ts";
import { datesAround, isInWindow, type Standee, type View } from "../cycles/settle.ts";
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
  payout: Repeatable,
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

function isTwin(known: Confirmation, { paid_on, minor, ref }: Repeatable): boolean {
  if (!isOutlay(known) || known.paid_on !== paid_on) return false;
  if (ref !== null && known.ref !== null && ref !== known.ref) return false;
  // Of a payment that was split, the amount of one share says nothing.
  if (known.split !== undefined) return true;
  return minor === null || minor === minorOf(known.amount, known.currency);
}
