import type { Books } from "../../src/actions/books.ts";
import type { Edit } from "../../src/domain/change.ts";
import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { monthName } from "../../src/domain/days/calendar.ts";
import type { Transaction } from "../../src/domain/ledger/transaction.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { policyOf } from "../../src/domain/settings/policy.ts";
import type { SettingValue } from "../../src/domain/settings/setting.ts";
import type { Snapshot } from "../../src/store/snapshot.ts";
import { aView } from "./a-view.ts";

/** What a home holds, in the order it came. */
export interface Held {
  readonly payments: readonly Payment[];
  readonly confirmations: readonly Confirmation[];
  readonly transactions: readonly Transaction[];
  readonly settings: ReadonlyMap<string, SettingValue>;
}

export const nothingHeld: Held = {
  payments: [],
  confirmations: [],
  transactions: [],
  settings: new Map(),
};

/** Books that lie nowhere: what is held, as an action looks at it on a day. */
export function memoryBooks(held: Held, today: string): Books {
  const policy = policyOf(held.settings);
  const view = aView(today, held.confirmations, policy);
  const snapshot = snapshotOf(held);
  return {
    ...{ home: "/nowhere", snapshot, journal, policy, today: view.today, view },
    viewOf: () => view,
  };
}

/** Nothing was written down of these books. */
const journal: Books["journal"] = {
  newestLines: () => [],
  verify: () => ({ ok: true, events: 0, first: null, last: null, head: "", problems: [] }),
};

/** What is held once some edits that only add are made. */
export function withAdditions(held: Held, edits: Iterable<Edit>): Held {
  const payments = [...held.payments];
  const confirmations = [...held.confirmations];
  const transactions = [...held.transactions];
  const settings = new Map(held.settings);
  for (const { collection, before, after } of edits) {
    if (before !== null || after === null) throw new Error(`no addition: ${collection}`);
    if (collection === "payments") payments.push(after);
    else if (collection === "confirmations") confirmations.push(after);
    else if (collection === "transactions") transactions.push(after);
    else settings.set(after.id, after.value);
  }
  return { payments, confirmations, transactions, settings };
}

function snapshotOf({ payments, confirmations, transactions, settings }: Held): Snapshot {
  const byName = { confirmations, transactions };
  return {
    seq: 1,
    head: "",
    all: () => payments,
    each: () => payments,
    paymentNames: () => payments,
    openMark: () => null,
    keyed: () => null,
    get: (name, id) => {
      const held: Record<string, readonly { readonly id: string }[]> = { payments, ...byName };
      return held[name]?.find((each) => each.id === id) as never;
    },
    months: (name, from, to) =>
      byName[name].filter((each) => from <= monthOf(each) && monthOf(each) <= to) as never,
    confirmationsOf: (payment_id) => confirmations.filter((each) => each.payment_id === payment_id),
    monthsHeld: (name) => [...new Set(byName[name].map(monthOf))].sort(),
    settings: () => settings,
  };
}

function monthOf(record: Confirmation | Transaction) {
  return monthName("date" in record ? record.date : (record.cycle ?? record.paid_on));
}
