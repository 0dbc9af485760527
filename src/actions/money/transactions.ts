import type { Transaction } from "../../domain/ledger/transaction.ts";
import type { Snapshot } from "../../store/snapshot.ts";
import type { Question } from "../action.ts";
import { allTransactions } from "../evidence.ts";
import { day } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";

/** Of when; all where nothing is said. */
export const datesFields = { from: day, to: day };
export type DatesInput = Partial<ValuesOf<typeof datesFields>>;

/** Lists transactions by day, then the moment they were made. */
export const transactions: Question<DatesInput, readonly Transaction[]> = {
  name: "ledger list",
  effect: "reads",
  input: inputOf({}, datesFields),
  decide: ({ snapshot }, input) => transactionsWithin(snapshot, input).sort(byDate),
};

/** The transactions dated within a span, both ends in. */
export function transactionsWithin(snapshot: Snapshot, { from, to }: DatesInput): Transaction[] {
  return allTransactions(snapshot).filter(
    ({ date }) => (from === undefined || from <= date) && (to === undefined || date <= to),
  );
}

const keyOf = ({ date, created_at, id }: Transaction): string => `${date} ${created_at} ${id}`;
const byDate = (one: Transaction, other: Transaction): number =>
  keyOf(one) < keyOf(other) ? -1 : 1;
