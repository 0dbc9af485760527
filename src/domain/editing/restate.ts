import { type Cycle, findCycle, isOwed } from "../cycles/cycle.ts";
import { swallowedCycles } from "../cycles/plan.ts";
import type { Day } from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";
import {
  type Payment,
  type PaymentStatus,
  type StatusChange,
  statusOn,
} from "../registry/payment.ts";
import { changeStatus } from "../registry/payment-status.ts";
import type { Policy } from "../settings/policy.ts";

/** What shall hold of a payment from a day on. */
export interface Restatement {
  readonly status: PaymentStatus;
  readonly on: Day;
  /** The day on which it is active again; null leaves it as it is. */
  readonly until: Day | null;
}

/** A payment with another status, and what came of it. */
export interface Restated {
  readonly payment: Payment;
  /** Changes that were planned for later days, and are not any more. */
  readonly superseded: readonly StatusChange[];
  /** Cycles that stay owed, because money had come for them. */
  readonly kept: readonly Cycle[];
  /** Cycles of a plan that are not owed any more; `extendPlan` adds them at its end. */
  readonly swallowed: readonly Cycle[];
}

/**
 * Sets the status of a payment from a day on. What was planned for a later day is superseded; what came to pass stays, and a
 * change before it is refused (`conflict`), as is an end that is not after its beginning. Cycles of `paid`, for which money had come, stay owed.
 */
export function restate(
  payment: Payment,
  { status, on, until }: Restatement,
  paid: readonly Day[],
  today: Day,
  policy: Policy,
): Restated {
  if (until !== null && until <= on) throw endsBefore(payment, on, until);
  const superseded = payment.status_changes.filter((change) => change.on > today && change.on > on);
  const planless = {
    ...payment,
    status_changes: payment.status_changes.filter((change) => !superseded.includes(change)),
  };
  // What was only planned is taken back by asking for what is so today.
  const isSoAlready = superseded.length > 0 && statusOn(planless, on) === status;
  const changed = isSoAlready ? planless : changeStatus(planless, status, on);
  const restated = until === null ? changed : changeStatus(changed, "active", until);
  const kept = [...new Set(paid)].sort().flatMap((name) => {
    const cycle = findCycle(payment, name, policy);
    const isLost = cycle !== null && isOwed(payment, cycle) && !isOwed(restated, cycle);
    return isLost ? [cycle] : [];
  });
  const after = { ...restated, exceptions: withKept(restated, kept) };
  return { payment: after, superseded, kept, swallowed: swallowedCycles(payment, after, policy) };
}

function endsBefore(payment: Payment, on: Day, until: Day): Refusal {
  return new Refusal(
    "conflict",
    `${payment.name} cannot be active again on ${until}: the change begins on ${on}`,
    "Give a later --until, or an earlier --on.",
  );
}

function withKept({ exceptions }: Payment, kept: readonly Cycle[]): Payment["exceptions"] {
  const marked = kept.map(({ name }) => [name, { ...exceptions[name], kept: true as const }]);
  return { ...exceptions, ...Object.fromEntries(marked) };
}
