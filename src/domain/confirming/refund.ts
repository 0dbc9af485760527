import { type Confirmation, isOutlay } from "../confirmations/confirmation.ts";
import { byPaidOn } from "../confirmations/confirmation-view.ts";
import { requireCycle, standeeOf, type View } from "../cycles/settle.ts";
import type { Day } from "../days/calendar.ts";
import { decimalOf, minorOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Paid, Stamp } from "./confirm.ts";

/** What the user says came back. */
export interface Refund {
  readonly on: Day;
  /** Minor units of the payment's currency, above zero. */
  readonly minor: number;
  /** The confirmation it is of; null is the newest that was paid by that day. */
  readonly link: string | null;
  /** Whether the money has to be paid again, so that its cycle expects as much as before. */
  readonly owed_again: boolean;
  readonly method: string;
  readonly ref: string | null;
  readonly notes: string;
  readonly source: Confirmation["source"];
}

/**
 * Records that money came back: a confirmation of a negative amount, of the cycle that was paid. `known` are the payment's
 * confirmations. Refuses more than was paid by the one it is of, less what came back before (`bad-amount`).
 */
export function refundPayment(
  payment: Payment,
  refund: Refund,
  stamp: Stamp,
  known: readonly Confirmation[],
  view: View,
): Paid {
  const paid = refundedOne(payment, refund, known);
  const cycle = requireCycle(payment, cycleOf(payment, paid), view.policy);
  refuseTooMuch(payment, refund, paid, known);
  const confirmation: Confirmation = {
    id: stamp.id,
    payment_id: payment.id,
    cycle: cycle.name,
    paid_on: refund.on,
    amount: decimalOf(-refund.minor, payment.currency),
    currency: payment.currency,
    expected: null,
    method: refund.method,
    ref: refund.ref,
    notes: refund.notes,
    source: refund.source,
    transaction_id: null,
    created_at: stamp.now,
    voided_at: null,
    kind: "refund",
    refunds: paid.id,
    ...(refund.owed_again ? { owed_again: true as const } : {}),
  };
  const evidence = [...view.evidence(payment.id, cycle.name), confirmation];
  return {
    confirmation,
    standee: standeeOf(payment, cycle, { ...view, evidence: () => evidence }),
  };
}

/** Refuses (`conflict`) to void a confirmation of which money came back: the refund is voided first. */
export function refuseRefunded({ id }: Confirmation, known: readonly Confirmation[]): void {
  const refund = known.find((each) => each.refunds === id && each.voided_at === null);
  if (refund === undefined) return;
  throw new Refusal(
    "conflict",
    `${refund.amount} ${refund.currency} came back of ${id} on ${refund.paid_on}`,
    `Take that back first: valhalla unconfirm ${refund.id}`,
  );
}

function refundedOne(
  payment: Payment,
  { link, on }: Refund,
  known: readonly Confirmation[],
): Confirmation {
  const outlays = known.filter(isOutlay).sort(byPaidOn);
  const meant = outlays.findLast(({ id, paid_on }) =>
    link === null ? paid_on <= on : id === link,
  );
  if (meant !== undefined) return meant;
  throw new Refusal(
    "not-found",
    link === null
      ? `${payment.name} has no confirmation of ${on} or before`
      : `${payment.name} has no confirmation ${link} that is not void`,
    `See what was paid: valhalla confirmations ${addressOf(payment)}`,
  );
}

function cycleOf(payment: Payment, { id, cycle }: Confirmation): Day {
  if (cycle !== null) return cycle;
  throw new Refusal(
    "conflict",
    `${id} settles no cycle of ${payment.name}`,
    `Say which it is for: valhalla confirm ${addressOf(payment)} --link ${id} --cycle DAY`,
  );
}

function refuseTooMuch(
  payment: Payment,
  { minor }: Refund,
  paid: Confirmation,
  known: readonly Confirmation[],
): void {
  const back = known
    .filter((each) => each.refunds === paid.id && each.voided_at === null)
    .reduce((sum, { amount, currency }) => sum - minorOf(amount, currency), 0);
  const left = minorOf(paid.amount, paid.currency) - back;
  if (minor <= left) return;
  const { currency } = payment;
  throw new Refusal(
    "bad-amount",
    `${decimalOf(minor, currency)} ${currency} cannot have come back: of ${paid.id}, ${decimalOf(left, currency)} is left`,
    "If it came back of another one, name that: --link pc_…",
  );
}
