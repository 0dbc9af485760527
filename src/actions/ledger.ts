import type { Context } from "../context.ts";
import type { Edit } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Day } from "../domain/days/calendar.ts";
import {
  type Balance,
  balancesOf,
  chartOf,
  type Posted,
  postConfirmation,
} from "../domain/ledger/posting.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Books, changeBooks, type Receipted, readBooks } from "./books.ts";
import { allConfirmations, allTransactions } from "./evidence.ts";
import { transactionEdit } from "./ledger-edit.ts";
import { requireConfirmation } from "./unconfirm.ts";

/** Of when; null takes all. */
export interface LedgerInput {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Lists transactions by day, then the moment they were made. */
export function listTransactions(context: Context, input: LedgerInput): Promise<Transaction[]> {
  return readBooks(context, ({ snapshot }) =>
    [...allTransactions(snapshot)].filter(isWithin(input)).sort(byDate),
  );
}

/** Sums the ledger per account and currency. */
export function ledgerBalance(context: Context, input: LedgerInput): Promise<Balance[]> {
  return readBooks(context, ({ snapshot }) =>
    balancesOf(allTransactions(snapshot).filter(isWithin(input))),
  );
}

export interface PostedOutcome {
  readonly posted: readonly Transaction[];
}

/** Posts one confirmation, or with null all that are not void and have no transaction yet. */
export function postToLedger(
  context: Context,
  id: string | null,
): Promise<PostedOutcome & Receipted> {
  const now = context.clock.now();
  return changeBooks(context, (books) => {
    const confirmations = id === null ? unposted(books) : [requireConfirmation(books.snapshot, id)];
    const posted = confirmations.map((each) => {
      const stamp = { id: context.ids.next("tx"), now };
      return postConfirmation(
        paymentOf(books, each),
        each,
        stamp,
        chartOf(books.snapshot.settings()),
      );
    });
    const change = {
      area: "ledger",
      action: "post",
      ref_id: id,
      meta: { transactions: posted.length },
      edits: posted.flatMap((each, index) => postedEdits(confirmations[index], each)),
    };
    return {
      change: posted.length === 0 ? null : change,
      outcome: { posted: posted.map(({ transaction }) => transaction) },
    };
  });
}

function postedEdits(
  before: Confirmation | undefined,
  { confirmation, transaction }: Posted,
): Edit[] {
  return [
    {
      collection: "confirmations",
      id: confirmation.id,
      before: before ?? null,
      after: confirmation,
    },
    transactionEdit(transaction),
  ];
}

function unposted({ snapshot }: Books): Confirmation[] {
  return allConfirmations(snapshot).filter(
    ({ transaction_id, voided_at }) => transaction_id === null && voided_at === null,
  );
}

function paymentOf({ snapshot }: Books, { id, payment_id }: Confirmation) {
  const payment = snapshot.get("payments", payment_id);
  if (payment !== undefined) return payment;
  throw new Refusal(
    "not-found",
    `${id} is for a payment that is not there`,
    "See whether the journal is whole: valhalla audit verify",
  );
}

const isWithin =
  ({ from, to }: LedgerInput) =>
  ({ date }: Transaction): boolean =>
    (from === null || from <= date) && (to === null || date <= to);

const keyOf = ({ date, created_at, id }: Transaction): string => `${date} ${created_at} ${id}`;
const byDate = (one: Transaction, other: Transaction): number =>
  keyOf(one) < keyOf(other) ? -1 : 1;
