import type { Confirmation } from "../confirmations/confirmation.ts";
import { decimalOf, minorOf } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import type { Payment, PaymentKind } from "../registry/payment.ts";
import { type Settings, setting, settingIn } from "../settings/setting-table.ts";
import type { Posting, Transaction } from "./transaction.ts";

/** The names of accounts in the ledger. */
export interface Chart {
  readonly expenses: string;
  readonly assets: string;
  /** The account of payments that name none. */
  readonly account: string;
}

/** Reads the chart of accounts out of the settings. */
export function chartOf(settings: Settings): Chart {
  return {
    expenses: settingIn(settings, setting.expenses),
    assets: settingIn(settings, setting.assets),
    account: settingIn(settings, setting.account),
  };
}

const branches: Readonly<Record<PaymentKind, string>> = {
  bill: "Bills",
  subscription: "Subscriptions",
  debt: "Debts",
  other: "Other",
};

/** A confirmation and its transaction, linked both ways. */
export interface Posted {
  readonly confirmation: Confirmation;
  readonly transaction: Transaction;
}

/**
 * Posts a confirmation: a balanced transaction, `Expenses:Bills:Hydro` against `Assets:Chequing`. Refuses
 * (`already-done`, `not-allowed`) one that is posted or void.
 */
export function postConfirmation(
  payment: Payment,
  confirmation: Confirmation,
  stamp: { readonly id: string; readonly now: string },
  chart: Chart,
): Posted {
  refuseUnpostable(confirmation);
  const { amount, currency } = confirmation;
  const expense = [chart.expenses, payment.category ?? branches[payment.kind], payment.name];
  const asset = [chart.assets, payment.account_id ?? chart.account];
  return {
    confirmation: { ...confirmation, transaction_id: stamp.id },
    transaction: {
      id: stamp.id,
      date: confirmation.paid_on,
      description: payment.payee ?? payment.name,
      postings: [
        { account: accountName(expense), amount, currency },
        { account: accountName(asset), amount: negated(amount, currency), currency },
      ],
      confirmation_id: confirmation.id,
      reverses: null,
      created_at: stamp.now,
    },
  };
}

function refuseUnpostable({ id, paid_on, transaction_id, voided_at }: Confirmation): void {
  if (voided_at !== null) {
    throw new Refusal(
      "not-allowed",
      `${id} is void: there is nothing to post`,
      "See those that stand: valhalla confirmations",
    );
  }
  if (transaction_id !== null) {
    throw new Refusal(
      "already-done",
      `${id} is posted already, as ${transaction_id}`,
      `See it: valhalla ledger list --from ${paid_on} --to ${paid_on}`,
    );
  }
}

/** The counter-entry that takes a transaction back, dated the day it is taken back. */
export function reversalOf(
  transaction: Transaction,
  stamp: { readonly id: string; readonly now: string },
  date: Transaction["date"],
): Transaction {
  return {
    ...transaction,
    id: stamp.id,
    date,
    description: `Reversal: ${transaction.description}`,
    postings: transaction.postings.map(({ account, amount, currency }) => ({
      account,
      amount: negated(amount, currency),
      currency,
    })),
    reverses: transaction.id,
    created_at: stamp.now,
  };
}

/** What an account holds in one currency. */
export interface Balance extends Posting {
  readonly amount_minor: number;
}

/** Sums the postings per account and currency, by account, then currency. */
export function balancesOf(transactions: Iterable<Transaction>): Balance[] {
  const sums = new Map<string, { account: string; currency: string; minor: number }>();
  for (const { postings } of transactions) {
    for (const { account, amount, currency } of postings) {
      const key = `${account}\0${currency}`;
      const sum = sums.get(key) ?? { account, currency, minor: 0 };
      sum.minor += minorOf(amount, currency);
      sums.set(key, sum);
    }
  }
  return [...sums.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { account, currency, minor }]) => ({
      account,
      amount: decimalOf(minor, currency),
      amount_minor: minor,
      currency,
    }));
}

/** Joins the parts of an account's name; a part of the user's may not add one by a colon, nor two spaces. */
function accountName(parts: readonly string[]): string {
  return parts
    .map((part, index) => (index === 0 ? part : part.replaceAll(":", "-")))
    .map((part) => part.replace(/\s+/gu, " ").replaceAll(";", ",").trim())
    .join(":");
}

const negated = (amount: string, currency: string): string =>
  decimalOf(-minorOf(amount, currency), currency);
