import { type Day, isDay, later, widenSpan } from "../days/calendar.ts";
import { owedFrom } from "../registry/owed-from.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import { type Cycle, cyclesNamed } from "./cycle.ts";
import { doubtCycles, emptyMark, type OpenMark, openCycles } from "./open-mark.ts";
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

/**
 * The mark from which `markOf` begins for a payment: it passes over the cycles of before the payment was owed, which are in no
 * list, but for those that were rolled or moved into the time since.
 */
export function beginningMark(payment: Payment, policy: Policy): OpenMark {
  const through = owedFrom(payment, policy);
  const near = cyclesNamed(
    payment,
    widenSpan({ from: through, to: through }, farthestRoll, 0),
    policy,
  );
  const moved = Object.keys(payment.exceptions).filter(isDay);
  return doubtCycles({ through, open: [] }, [...near.map(({ name }) => name), ...moved]);
}

/** In days; no calendar has as many days of rest in a row. */
const farthestRoll = 31;

/** Whether a cycle is owed without being named: it is not of the time before the payment came into the books. */
export function isOwedUnasked(payment: Payment, { name, date }: Cycle, policy: Policy): boolean {
  return later(name, date) >= owedFrom(payment, policy);
}
