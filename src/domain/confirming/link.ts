import type { Confirmation } from "../confirmations/confirmation.ts";
import { chooseCycle } from "../cycles/choose-cycle.ts";
import { type Standee, standeeOf, type View } from "../cycles/settle.ts";
import { expectedOf } from "../cycles/standing.ts";
import type { Day } from "../days/calendar.ts";
import { decimalOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";

/** A confirmation that has a cycle now, and where that stands with it. */
export interface LinkedConfirmation {
  readonly confirmation: Confirmation;
  readonly after: Standee;
}

/**
 * Links a confirmation without a cycle to the one that is named. Refuses (`conflict`) one that has a cycle or is void, and
 * whatever a named cycle is refused for.
 */
export function linkConfirmation(
  payment: Payment,
  loose: Confirmation,
  name: Day,
  view: View,
): LinkedConfirmation {
  if (loose.cycle !== null || loose.voided_at !== null || loose.payment_id !== payment.id) {
    throw notLoose(payment, loose);
  }
  const { cycle } = chooseCycle(
    payment,
    { paid_on: loose.paid_on, cycle: name, early: false },
    view,
  );
  const evidence = view.evidence(payment.id, cycle.name);
  const expected = decimalOf(expectedOf(payment, cycle, evidence), payment.currency);
  const confirmation = { ...loose, cycle: cycle.name, expected };
  const after = standeeOf(payment, cycle, {
    ...view,
    evidence: () => [...evidence, confirmation],
  });
  return { confirmation, after };
}

/** Says of a confirmation that it is no copy of the one it looks like. */
export function markNotTwice(confirmation: Confirmation): Confirmation {
  return { ...confirmation, not_twice: true };
}

function notLoose(payment: Payment, { id, payment_id, cycle, voided_at }: Confirmation): Refusal {
  if (payment_id !== payment.id) {
    return new Refusal("conflict", `${id} is not of ${payment.name}`, `It is of ${payment_id}.`);
  }
  return new Refusal(
    "conflict",
    voided_at === null ? `${id} settles the cycle ${cycle} already` : `${id} is void`,
    voided_at === null
      ? `To have it settle another one: valhalla unconfirm ${id}, then confirm it again`
      : `To confirm it anew: valhalla confirm ${addressOf(payment)} --cycle DAY`,
  );
}
