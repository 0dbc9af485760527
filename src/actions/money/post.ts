import type { Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { transactionEdit } from "../../domain/confirming/transaction-edit.ts";
import { chartOf, type Posted, postConfirmation } from "../../domain/ledger/posting.ts";
import type { Transaction } from "../../domain/ledger/transaction.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { allConfirmations, requireConfirmation } from "../evidence.ts";
import { text, yesOrNo } from "../fields.ts";
import { inputOf } from "../input.ts";

interface PostInput {
  readonly confirmation?: string;
  /** Every one that is not void and has no transaction yet. */
  readonly all?: boolean;
}

/** What was posted. */
export interface PostedOutcome {
  readonly posted: readonly Transaction[];
}

/** Posts one confirmation to the ledger, or all that are not there yet. */
export const post: Deed<PostInput, PostedOutcome> = {
  name: "ledger post",
  effect: "changes",
  input: inputOf({}, { confirmation: text, all: yesOrNo }),
  decide(books, input, given) {
    const chart = chartOf(books.snapshot.settings());
    const confirmations = confirmationsMeant(books, input);
    const posted = confirmations.map((each) => {
      const stamp = { id: given.id("tx"), now: given.now };
      return postConfirmation(paymentOf(books, each), each, stamp, chart);
    });
    const change = {
      area: "ledger",
      action: "post",
      ref_id: input.confirmation ?? null,
      meta: { transactions: posted.length },
      edits: posted.flatMap((each, index) => postedEdits(confirmations[index], each)),
    };
    return {
      change: posted.length === 0 ? null : change,
      outcome: { posted: posted.map(({ transaction }) => transaction) },
    };
  },
};

function confirmationsMeant(books: Books, { confirmation, all }: PostInput): Confirmation[] {
  if (confirmation !== undefined && all !== true) {
    return [requireConfirmation(books.snapshot, confirmation)];
  }
  if (confirmation === undefined && all === true) return unposted(books);
  throw new Refusal(
    "usage",
    "ledger post takes one confirmation, or --all",
    "See their ids: valhalla confirmations",
  );
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
  return allConfirmations(snapshot, '"transaction_id":null').filter(
    ({ transaction_id, voided_at }) => transaction_id === null && voided_at === null,
  );
}

function paymentOf({ snapshot }: Books, { id, payment_id }: Confirmation): Payment {
  const payment = snapshot.get("payments", payment_id);
  if (payment !== undefined) return payment;
  throw new Refusal(
    "not-found",
    `${id} is for a payment that is not there`,
    "See whether the journal is whole: valhalla audit verify",
  );
}
