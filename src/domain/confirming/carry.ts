import { chooseCycle } from "../cycles/choose-cycle.ts";
import { type Cycle, cyclesFrom } from "../cycles/cycle.ts";
import { type Standee, standeeOf, type View } from "../cycles/settle.ts";
import { decimalOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { confirmPayment, type Paid, type Payout, type Stamp } from "./confirm.ts";

/** A payout whose amount is known. */
export type KnownPayout = Payout & { readonly minor: number };

/**
 * Records one payment that was for more than one cycle: what is expected of the one it settles, and the rest for the open
 * cycles after it in turn. The confirmations name their group; of one cycle alone there is no group.
 *
 * `stamps` gives one stamp after another. Refuses (`conflict`) what is more than all the cycles to come want.
 */
export function confirmCarried(
  payment: Payment,
  payout: KnownPayout,
  stamps: () => Stamp,
  view: View,
): Paid[] {
  const chosen = chooseCycle(payment, payout, view);
  const shares = sharesOf(payment, payout.minor, chosen, view);
  if (shares.length === 1) return [confirmPayment(payment, payout, stamps(), view)];
  let group: string | null = null;
  return shares.map(({ cycle, minor, isWhole }) => {
    const stamp = stamps();
    group ??= stamp.id;
    // The chosen one is checked as every payment is; the others are named, because they are still to come.
    const name = cycle.name === chosen.cycle.name ? payout.cycle : cycle.name;
    const closing = isWhole ? null : ("partial" as const);
    const share = { ...payout, cycle: name, minor, closing };
    const confirmed = confirmPayment(payment, share, stamp, view);
    return { ...confirmed, confirmation: { ...confirmed.confirmation, split: group } };
  });
}

/** What one cycle gets of a payment. */
interface Share {
  readonly cycle: Cycle;
  readonly minor: number;
  /** Whether it is all that the cycle still wants. */
  readonly isWhole: boolean;
}

function sharesOf(payment: Payment, paid: number, chosen: Standee, view: View): Share[] {
  const shares: Share[] = [];
  let left = paid;
  for (const { cycle, standing } of inTurn(payment, chosen, view)) {
    if (standing.isSettled) continue;
    const minor = Math.min(left, standing.remaining);
    shares.push({ cycle, minor, isWhole: minor === standing.remaining });
    left -= minor;
    if (left === 0) return shares;
  }
  throw new Refusal(
    "conflict",
    `${decimalOf(left, payment.currency)} ${payment.currency} is more than ${payment.name} still costs`,
    `To have it stand as paid too much, leave out --carry; when it comes back: valhalla confirm ${addressOf(payment)} --refund ${decimalOf(left, payment.currency)}`,
  );
}

function* inTurn(payment: Payment, chosen: Standee, view: View): Generator<Standee> {
  yield chosen;
  for (const cycle of cyclesFrom(payment, chosen.cycle.date, view.policy)) {
    if (cycle.name !== chosen.cycle.name) yield standeeOf(payment, cycle, view);
  }
}
