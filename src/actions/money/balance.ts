import { type Balance, balancesOf } from "../../domain/ledger/posting.ts";
import type { Question } from "../action.ts";
import { inputOf } from "../input.ts";
import { type DatesInput, datesFields, transactionsWithin } from "./transactions.ts";

/** Sums the ledger per account and currency. */
export const balance: Question<DatesInput, readonly Balance[]> = {
  name: "ledger balance",
  effect: "reads",
  input: inputOf({}, datesFields),
  decide: ({ snapshot }, input) => balancesOf(transactionsWithin(snapshot, input)),
};
