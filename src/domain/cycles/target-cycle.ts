import { addDays, type Day } from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { owedCycles } from "./owed.ts";
import { nextOpen, requireCycle, type Standee, standeeOf, type View } from "./settle.ts";

/**
 * The cycle that a `skip`, `move` or `expect` is about: the one that is named, else, as for `confirm`, the oldest open one
 * that is due, else the next open one. Refuses (`nothing-owed`) where there is none.
 */
export function targetCycle(payment: Payment, name: Day | null, view: View): Standee {
  if (name !== null) return standeeOf(payment, requireCycle(payment, name, view.policy), view);
  for (const cycle of owedCycles(payment, view.today, view)) return standeeOf(payment, cycle, view);
  const next = nextOpen(payment, addDays(view.today, 1), view);
  if (next !== null) return next;
  throw new Refusal(
    "nothing-owed",
    `${payment.name} has no open cycle`,
    `See what it has: valhalla show ${addressOf(payment)}`,
  );
}

/** Refuses (`duplicate`) to skip a second cycle on one day without naming it: a retry must never skip two months. */
export function refuseSkipRetry(payment: Payment, target: Standee, today: Day): void {
  const [twin] =
    Object.entries(payment.exceptions).find(
      ([, { skipped, skipped_on }]) => skipped && skipped_on === today,
    ) ?? [];
  if (twin === undefined) return;
  throw new Refusal(
    "duplicate",
    `the cycle ${twin} of ${payment.name} was skipped today already`,
    `To skip another one too: valhalla skip ${addressOf(payment)} --cycle ${target.cycle.name}`,
  );
}
