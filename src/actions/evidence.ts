import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Month } from "../domain/days/calendar.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Snapshot } from "../store/snapshot.ts";

/** All confirmations of one payment, however old, void ones too, by month. */
export function confirmationsOf(snapshot: Snapshot, payment_id: string): Confirmation[] {
  return allConfirmations(snapshot, payment_id).filter((each) => each.payment_id === payment_id);
}

/** All confirmations whose record holds a text, however old. */
export function allConfirmations(snapshot: Snapshot, containing?: string): readonly Confirmation[] {
  const held = heldSpan(snapshot.monthsHeld("confirmations"));
  return held === null ? [] : snapshot.months("confirmations", ...held, containing);
}

/** The confirmation of that id; refuses (`not-found`) where there is none. */
export function requireConfirmation(snapshot: Snapshot, id: string): Confirmation {
  const confirmation = /^\w{1,64}$/.test(id) ? snapshot.get("confirmations", id) : undefined;
  if (confirmation !== undefined) return confirmation;
  throw new Refusal("not-found", `no confirmation "${id}"`, "See them: valhalla confirmations");
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
