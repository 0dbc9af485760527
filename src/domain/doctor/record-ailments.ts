import type { Confirmation } from "../confirmations/confirmation.ts";
import type { Transaction } from "../ledger/transaction.ts";
import { sumByCurrency } from "../money/money.ts";
import type { Payment } from "../registry/payment.ts";
import type { Ailment } from "./ailment.ts";

/** The records of the books that point to each other. */
export interface BookRecords {
  readonly payments: ReadonlyMap<string, Payment>;
  readonly confirmations: ReadonlyMap<string, Confirmation>;
  readonly transactions: ReadonlyMap<string, Transaction>;
}

/** Finds records that point to nothing, confirmations posted twice, and transactions that do not balance. */
export function recordAilments(records: BookRecords): Ailment[] {
  return checks.flatMap((check) => check(records));
}

type Check = (records: BookRecords) => Ailment[];

const checks: readonly Check[] = [
  confirmationsWithoutPayment,
  confirmationsWithoutTransaction,
  transactionsWithoutConfirmation,
  confirmationsPostedTwice,
  transactionsUnbalanced,
];

function confirmationsWithoutPayment({ payments, confirmations }: BookRecords): Ailment[] {
  return [...confirmations.values()]
    .filter(({ payment_id }) => !payments.has(payment_id))
    .map(({ id, payment_id }) =>
      reference(
        id,
        `${id} is for the payment ${payment_id}, which is not there`,
        `valhalla unconfirm ${id}`,
      ),
    );
}

function confirmationsWithoutTransaction({ confirmations, transactions }: BookRecords): Ailment[] {
  return [...confirmations.values()].flatMap(({ id, transaction_id }) =>
    transaction_id === null || transactions.has(transaction_id)
      ? []
      : reference(
          id,
          `${id} names the transaction ${transaction_id}, which is not there`,
          `valhalla unconfirm ${id}`,
        ),
  );
}

function transactionsWithoutConfirmation({ confirmations, transactions }: BookRecords): Ailment[] {
  return [...transactions.values()]
    .filter(({ confirmation_id }) => !confirmations.has(confirmation_id))
    .map(({ id, confirmation_id }) =>
      reference(
        id,
        `${id} is of the confirmation ${confirmation_id}, which is not there`,
        "valhalla audit",
      ),
    );
}

/** A counter-entry takes a posting back; what stands after that may stand once. */
function confirmationsPostedTwice({ transactions }: BookRecords): Ailment[] {
  const reversed = new Set([...transactions.values()].flatMap(({ reverses }) => reverses ?? []));
  const standing = new Map<string, string[]>();
  for (const { id, confirmation_id, reverses } of transactions.values()) {
    if (reverses !== null || reversed.has(id)) continue;
    standing.set(confirmation_id, [...(standing.get(confirmation_id) ?? []), id]);
  }
  return [...standing]
    .filter(([, ids]) => ids.length > 1)
    .map(([confirmation, ids]) => ({
      ...({ kind: "posting", is_problem: true, file: null, record: confirmation } as const),
      message: `${confirmation} is posted ${ids.length} times: ${ids.join(", ")}`,
      hint: `Void it, which takes its transaction back, and confirm it again: valhalla unconfirm ${confirmation}`,
    }));
}

function transactionsUnbalanced({ transactions }: BookRecords): Ailment[] {
  return [...transactions.values()].flatMap(({ id, postings }) =>
    [...sumByCurrency(postings)]
      .filter(([, sum]) => sum !== 0)
      .map(([currency]) => ({
        ...({ kind: "posting", is_problem: true, file: null, record: id } as const),
        message: `the postings of ${id} in ${currency} do not add up to zero`,
        hint: "See when it was written: valhalla audit",
      })),
  );
}

function reference(record: string, message: string, command: string): Ailment {
  return {
    kind: "reference",
    is_problem: true,
    file: null,
    record,
    message,
    hint: `See it: ${command}`,
  };
}
