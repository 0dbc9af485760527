import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Month } from "../domain/days/calendar.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import type { Snapshot } from "../store/snapshot.ts";

/** All confirmations, however old. */
export function allConfirmations(snapshot: Snapshot): readonly Confirmation[] {
  const held = heldSpan(snapshot.monthsHeld("confirmations"));
  return held === null ? [] : snapshot.months("confirmations", ...held);
}

/** All transactions. */
export function allTransactions(snapshot: Snapshot): readonly Transaction[] {
  const held = heldSpan(snapshot.monthsHeld("transactions"));
  return held === null ? [] : snapshot.months("transactions", ...held);
}

function heldSpan(months: readonly Month[]): [Month, Month] | null {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
