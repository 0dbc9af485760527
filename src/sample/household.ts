import type { Edit } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";
import { defaultPolicy } from "../domain/settings/policy.ts";
import { bills } from "./bills.ts";
import { debts } from "./debts.ts";
import { type Played, playPayment } from "./play-payment.ts";
import { subscriptions } from "./subscriptions.ts";
import { turns } from "./turns.ts";

/**
 * The sample household, as it stands on a day: some 27 payments of every cadence and kind, and eighteen months of
 * what was paid for them, on time, late, partly or not at all. The same day gives the same household, to the last id.
 * One payment has a rule, so it needs `loadRules` first.
 */
export function sampleHousehold(today: Day): Played[] {
  return [...bills, ...debts, ...subscriptions].map((plot) =>
    playPayment(plot, turns, today, defaultPolicy),
  );
}

/** The edits that put what was played into a home, payments first. */
export function* editsOf(household: readonly Played[]): Generator<Edit> {
  for (const { payment } of household) {
    yield { collection: "payments", id: payment.id, before: null, after: payment };
  }
  for (const { confirmations, transactions } of household) {
    for (const after of confirmations) {
      yield { collection: "confirmations", id: after.id, before: null, after };
    }
    for (const after of transactions) {
      yield { collection: "transactions", id: after.id, before: null, after };
    }
  }
}
