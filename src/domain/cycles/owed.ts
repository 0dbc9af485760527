import { type Day, later } from "../days/calendar.ts";
import { owedFrom } from "../registry/owed-from.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import type { Cycle } from "./cycle.ts";
import { emptyMark, openCycles } from "./open-mark.ts";
import type { View } from "./settle.ts";

/**
 * Yields what is owed of a payment until a day, oldest date first: its open cycles, however old, from the day on from
 * which it is owed.
 */
export function* owedCycles(payment: Payment, until: Day, view: View): Generator<Cycle> {
  const mark = view.openMark(payment.id) ?? emptyMark;
  for (const cycle of openCycles(payment, mark, view.evidence, until, view.policy)) {
    if (isOwedUnasked(payment, cycle, view.policy)) yield cycle;
  }
}

/** Whether a cycle is owed without being named: it is not of the time before the payment came into the books. */
export function isOwedUnasked(payment: Payment, { name, date }: Cycle, policy: Policy): boolean {
  return later(name, date) >= owedFrom(payment, policy);
}
