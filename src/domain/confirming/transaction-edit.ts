import type { Edit } from "../change.ts";
import type { Transaction } from "../ledger/transaction.ts";

/** The edit that adds a transaction; none is ever changed or removed. */
export function transactionEdit(transaction: Transaction): Edit {
  return { collection: "transactions", id: transaction.id, before: null, after: transaction };
}
