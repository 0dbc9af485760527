import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import type { Snapshot } from "../store/store.ts";

interface Created {
  readonly id: string;
  readonly created_at: string;
}

/** Records in the order they were made, whatever was undone and done again in between. */
export function inOrderOfCreation<Made extends Created>(records: readonly Made[]): readonly Made[] {
  const isInOrder = records.every((record, index) => {
    const before = records[index - 1];
    return before === undefined || byCreation(before, record) < 0;
  });
  return isInOrder ? records : [...records].sort(byCreation);
}

function byCreation(one: Created, other: Created): number {
  if (one.created_at !== other.created_at) return one.created_at < other.created_at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** All confirmations, however old, read a month at a time, for those who look at each once. */
export function* confirmationsByMonth(snapshot: Snapshot): Generator<Confirmation> {
  for (const month of snapshot.monthsHeld("confirmations")) {
    yield* inOrderOfCreation(snapshot.months("confirmations", month, month));
  }
}

/** All transactions, likewise. */
export function* transactionsByMonth(snapshot: Snapshot): Generator<Transaction> {
  for (const month of snapshot.monthsHeld("transactions")) {
    yield* inOrderOfCreation(snapshot.months("transactions", month, month));
  }
}
