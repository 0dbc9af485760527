import type { Change, Edit } from "../../src/domain/change.ts";
import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { type Day, type Month, parseDay } from "../../src/domain/days/calendar.ts";
import type { Term } from "../../src/domain/days/term.ts";
import type { Transaction } from "../../src/domain/ledger/transaction.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import type { SettingValue } from "../../src/domain/settings/setting.ts";
import type { FileSystem } from "../../src/store/disk/file-system.ts";
import { Home } from "../../src/store/disk/home.ts";
import type { Machine } from "../../src/store/disk/machine.ts";
import { type Snapshot, Store, type StoreOptions } from "../../src/store/store.ts";

/** Where the books lie on a disk in memory. */
export const home = "/books";

const someDay = parseDay("2026-01-15");

/** A store for a test: one process, on a disk, at a moment. */
export function openBooks(
  files: FileSystem,
  machine: Machine,
  more: Partial<StoreOptions> = {},
): Store {
  let ids = 0;
  return new Store({
    home,
    files,
    machine,
    clock: { now: () => "2026-01-15T12:00:00.000Z", today: () => someDay },
    actor: "tester",
    todayGiven: null,
    newId: (prefix) => `${prefix}_${machine.pid}_${ids++}`,
    waitMs: 1000,
    warn: () => {},
    ...more,
  });
}

/** The folder of the books as one process sees it. */
export function openHome(files: FileSystem, machine: Machine): Home {
  return new Home(home, files, machine);
}

/** The books at this moment, to be looked at later. */
export function lookAt(store: Store): Snapshot {
  return store.read((snapshot) => snapshot);
}

/** A change of some edits. */
export function change(edits: Iterable<Edit>, action = "test"): Change {
  return { area: "test", action, ref_id: null, meta: {}, edits };
}

/** Commits some edits, whatever is there. */
export function put(store: Store, ...edits: Edit[]) {
  return store.commit(() => ({ change: change(edits), outcome: null })).receipt;
}

/** What is wrong with the chain; a view that is not as it was written can be made again from it. */
export function chainProblems(store: Store): readonly string[] {
  return store.verify().problems.filter((problem) => !/^[a-z_]+\/\S+ is /.test(problem));
}

/** Everything a home holds, by collection and id, as JSON that can be compared. */
export function everything(store: Store): Record<string, unknown> {
  return store.read(everythingIn);
}

/** The same of one moment. */
export function everythingIn(snapshot: Snapshot): Record<string, unknown> {
  const [from, to] = ["0000-01" as Month, "9999-12" as Month];
  const records: Record<string, unknown> = {};
  for (const each of snapshot.all("payments")) records[`payments ${each.id}`] = each;
  for (const name of ["confirmations", "transactions"] as const) {
    for (const each of snapshot.months(name, from, to)) records[`${name} ${each.id}`] = each;
  }
  for (const [id, value] of snapshot.settings()) records[`settings ${id}`] = { id, value };
  return records;
}

/** What edits make of such a record of everything. */
export function applied(
  before: Record<string, unknown>,
  edits: Iterable<Edit>,
): Record<string, unknown> {
  const records = { ...before };
  for (const { collection, id, after } of edits) {
    delete records[`${collection} ${id}`];
    if (after !== null) records[`${collection} ${id}`] = after;
  }
  return records;
}

const term: Term = {
  ...{ from: parseDay("2026-01-10"), amount: "10.00", tolerance: null, amount_min: null },
  ...{ cadence: "monthly", every: 1, anchor: parseDay("2026-01-10"), due_day: null, rule: null },
  ...{ roll: "none", calendar: null, until: null, count: null },
};

export function payment(id: string, name = `Payment ${id}`, notes = ""): Payment {
  return {
    ...{ name, id, kind: "bill", payee: null, currency: "CAD", terms: [term] },
    ...{ next_due_override: null, autopay_enabled: false, autopay_verified: false },
    ...{ account_id: null, category: null, tags: [], essential: true, late_fee: null },
    ...{ cutoff_days: null, trial_ends_on: null, notice_days: null, url: null, phone: null },
    ...{ email: null, bank_phone: null, notes, status_changes: [], exceptions: {} },
    ...{ created_at: "2026-01-01T00:00:00.000Z", updated_at: "2026-01-01T00:00:00.000Z" },
  };
}

export function confirmation(
  id: string,
  cycle: string | null,
  payment_id = "pay_b",
  notes = "",
): Confirmation {
  return {
    ...{ id, payment_id, cycle: cycle === null ? null : parseDay(cycle), paid_on: someDay },
    ...{ amount: "10.00", currency: "CAD", expected: "10.00", method: "PAD", ref: null, notes },
    ...{ source: "manual", transaction_id: null, voided_at: null },
    created_at: "2026-01-15T12:00:00.000Z",
  };
}

export function transaction(id: string, date: string): Transaction {
  return {
    ...{ id, date: parseDay(date) as Day, description: "Hydro", postings: [], reverses: null },
    ...{ confirmation_id: "pc_b", created_at: "2026-01-15T12:00:00.000Z" },
  };
}

export const putPayment = (after: Payment, before: Payment | null = null): Edit => ({
  ...{ collection: "payments", id: after.id, before, after },
});

export const putConfirmation = (after: Confirmation, before: Confirmation | null = null): Edit => ({
  collection: "confirmations",
  id: after.id,
  before,
  after,
});

export const putTransaction = (after: Transaction): Edit => ({
  ...{ collection: "transactions", id: after.id, before: null, after },
});

export const putSetting = (
  id: string,
  value: SettingValue | null,
  before: SettingValue | null = null,
): Edit => ({
  ...{ collection: "settings", id },
  before: before === null ? null : { id, value: before },
  after: value === null ? null : { id, value },
});
