import type { Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type Calendars, holidaysOf } from "../../domain/days/holidays.ts";
import { collectRefusal } from "../../domain/imports/collect-refusal.ts";
import type { RefusedRow } from "../../domain/imports/foreign.ts";
import type { Transaction } from "../../domain/ledger/transaction.ts";
import { Refusal } from "../../domain/refusal.ts";
import { addressOf, folded, namesakeRefusal } from "../../domain/registry/find-payment.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { policyOf } from "../../domain/settings/policy.ts";
import type { OwnFile } from "../../formats/import-file.ts";
import type { Books } from "../books.ts";
import { confirmationsByMonth, transactionsByMonth } from "../history.ts";
import type { ImportPlan, Taken, TakenConfirmations } from "./import-plan.ts";

/**
 * Plans to restore an export, record by record as it was. What the home has under the same id, or the
 * same key of a setting, it keeps. Refuses what would point to nothing, and a payment whose name and
 * kind belong to another id.
 */
export function planOwn(books: Books, file: OwnFile): ImportPlan {
  const desk = deskFor(books, file);
  const settings = takeAll(desk, "settings", file.settings, (after) => {
    return { collection: "settings", id: after.id, before: null, after };
  });
  const payments = takeAll(desk, "payments", file.payments, (after) => {
    refuseNamesake(desk, after);
    for (const { calendar } of after.terms) holidaysOf(calendar, desk.calendars);
    return { collection: "payments", id: after.id, before: null, after };
  });
  const confirmations = takeConfirmations(desk, file.confirmations);
  const transactions = takeAll(desk, "transactions", file.transactions, (after) => {
    refuseLoose(desk, after);
    return { collection: "transactions", id: after.id, before: null, after };
  });
  const { refused, edits } = desk;
  return { payments, confirmations, transactions, settings, refused, edits };
}

/** What is there by id, and what gathers on the way. */
interface Desk {
  readonly payments: Set<string>;
  readonly confirmations: Set<string>;
  readonly transactions: Set<string>;
  readonly settings: Set<string>;
  /** Kinds and names of the payments of the home; those of one export may be alike. */
  readonly names: ReadonlySet<string>;
  readonly calendars: Calendars;
  /** The transactions of the file, which its confirmations come before. */
  readonly coming: ReadonlySet<string>;
  readonly refused: RefusedRow[];
  readonly edits: Edit[];
}

function deskFor({ snapshot }: Books, file: OwnFile): Desk {
  const payments = snapshot.all("payments");
  const incoming = file.settings.map(({ id, value }) => [id, value] as const);
  return {
    payments: idsOf(payments),
    confirmations: idsOf(confirmationsByMonth(snapshot)),
    transactions: idsOf(transactionsByMonth(snapshot)),
    settings: new Set(snapshot.settings().keys()),
    names: new Set(payments.map(nameOf)),
    calendars: policyOf(new Map([...incoming, ...snapshot.settings()])).calendars,
    coming: idsOf(file.transactions),
    refused: [...file.refused],
    edits: [],
  };
}

/** Counts the records that are new and not refused, and makes an edit of each. */
function takeAll<Kept extends { readonly id: string }>(
  desk: Desk,
  name: "payments" | "confirmations" | "transactions" | "settings",
  records: readonly Kept[],
  edit: (record: Kept) => Edit,
): Taken {
  let added = 0;
  let duplicates = 0;
  for (const record of records) {
    if (desk[name].has(record.id)) {
      duplicates += 1;
      continue;
    }
    const made = collectRefusal(`${name} ${record.id}`, desk.refused, () => edit(record), null);
    if (made === null) continue;
    desk.edits.push(made);
    desk[name].add(record.id);
    added += 1;
  }
  return { added, duplicates };
}

function takeConfirmations(desk: Desk, records: readonly Confirmation[]): TakenConfirmations {
  let linked = 0;
  const taken = takeAll(desk, "confirmations", records, (after) => {
    refuseDangling(desk, after);
    if (after.cycle !== null) linked += 1;
    return { collection: "confirmations", id: after.id, before: null, after };
  });
  return { ...taken, linked, unlinked: taken.added - linked };
}

function refuseNamesake({ names }: Desk, payment: Payment): void {
  if (!names.has(nameOf(payment))) return;
  throw namesakeRefusal(
    payment,
    `Rename the one that is here: valhalla edit ${addressOf(payment)} --name <name>`,
  );
}

function refuseDangling(desk: Desk, { payment_id, transaction_id }: Confirmation): void {
  if (!desk.payments.has(payment_id))
    throw new Refusal("not-found", `no payment ${payment_id}`, wholeExport);
  if (transaction_id === null) return;
  if (desk.transactions.has(transaction_id) || desk.coming.has(transaction_id)) return;
  throw new Refusal("not-found", `no transaction ${transaction_id}`, wholeExport);
}

function refuseLoose({ confirmations }: Desk, { confirmation_id }: Transaction): void {
  if (confirmations.has(confirmation_id)) return;
  throw new Refusal("not-found", `no confirmation ${confirmation_id}`, wholeExport);
}

const wholeExport = "What it belongs to is in the whole export: valhalla export --what all";

function idsOf(records: Iterable<{ readonly id: string }>): Set<string> {
  const ids = new Set<string>();
  for (const { id } of records) ids.add(id);
  return ids;
}

const nameOf = ({ kind, name }: Payment): string => `${kind} ${folded(name)}`;
