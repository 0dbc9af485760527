import type { PostedOutcome } from "../actions/money/post.ts";
import type { Balance } from "../domain/ledger/posting.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { moneyText } from "./money.ts";
import type { Style } from "./style.ts";

/** Transactions as a table, a line a posting. */
export function renderTransactions(transactions: readonly Transaction[], style: Style): string {
  if (transactions.length === 0) return "No transactions.";
  return style.table(
    [
      { title: "Date" },
      { title: "Description", shrinkTo: 12 },
      { title: "Account", shrinkTo: 14 },
      { title: "Amount", align: "right" },
      { title: "Id" },
    ],
    transactions.flatMap(({ id, date, description, postings }) =>
      postings.map((posting, index) => [
        index === 0 ? date : "",
        index === 0 ? description : "",
        posting.account,
        moneyText(posting),
        index === 0 ? id : "",
      ]),
    ),
  );
}

/** Balances as a table. */
export function renderBalances(balances: readonly Balance[], style: Style): string {
  if (balances.length === 0) return "No transactions.";
  return style.table(
    [
      { title: "Account", shrinkTo: 20 },
      { title: "Balance", align: "right" },
    ],
    balances.map((balance) => [balance.account, moneyText(balance)]),
  );
}

/** `Posted 3 transactions` */
export function renderPosted({ posted }: PostedOutcome): string {
  if (posted.length === 0) return "Everything is posted already";
  const [only] = posted;
  return only !== undefined && posted.length === 1
    ? `Posted ${only.confirmation_id} as ${only.id}`
    : `Posted ${posted.length} transactions`;
}
