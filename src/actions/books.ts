import type { Context } from "../context.ts";
import type { Decision } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Evidence, View } from "../domain/cycles/settle.ts";
import { type Day, type Month, monthName, yearOf } from "../domain/days/calendar.ts";
import { loadRules, RulesNotLoaded } from "../domain/days/rule.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { type Policy, policyOf } from "../domain/settings/policy.ts";
import { type Receipt, type Snapshot, Store, type StoreOptions } from "../store/store.ts";

/** What an action looks at: the home as it was at one moment, and how the household sees it today. */
export interface Books {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly today: Day;
  readonly view: View;
  /** The same for one payment, which reads no other's confirmations. */
  viewOf(payment: Payment): View;
}

/** Where a change stands in the journal; nulls when there was nothing to change. */
export interface Receipted {
  readonly seq: number | null;
  readonly hash: string | null;
}

/** Answers a question from the books, without a lock. A home that is not there yet holds nothing. */
export function readBooks<Answer>(
  context: Context,
  answer: (books: Books) => Answer,
): Promise<Answer> {
  return withRules(() => openStore(context).read((snapshot) => answer(booksOf(context, snapshot))));
}

/**
 * Decides on the books and keeps what was decided, as one change. The decision may be made more than
 * once, where another writer came first. A home that is not there yet is made.
 */
export async function changeBooks<Outcome>(
  context: Context,
  decide: (books: Books) => Decision<Outcome>,
): Promise<Outcome & Receipted> {
  const { outcome, receipt } = await withRules(() =>
    openStore(context).commit((snapshot) => decide(booksOf(context, snapshot)), { init: true }),
  );
  return { ...outcome, ...receipted(receipt) };
}

/** What the books are kept on, where a test hands in another disk or machine than the real ones. */
export interface KeptOn {
  readonly keptOn?: Pick<StoreOptions, "files" | "machine" | "limits">;
}

/** Opens the store of the home that the context names. */
export function openStore(context: Context & KeptOn): Store {
  return new Store({
    ...context.keptOn,
    home: context.home,
    clock: context.clock,
    get actor() {
      return context.actor;
    },
    todayGiven: context.todayGiven,
    newId: context.ids.next,
    waitMs: context.waitMs,
    warn: (text) => context.err.write(`valhalla: ${text}\n`),
  });
}

export function receipted(receipt: Receipt | null): Receipted {
  return { seq: receipt?.seq ?? null, hash: receipt?.hash ?? null };
}

function booksOf(context: Context, snapshot: Snapshot): Books {
  const today = context.clock.today();
  const policy = policyOf(snapshot.settings());
  const view: View = {
    ...{ today, policy },
    evidence: evidenceIn(snapshot, byMonth(snapshot)),
    openMark: (payment_id) => snapshot.openMark(payment_id),
    paidOn: (payment_id, day) =>
      snapshot
        .confirmationsOf(payment_id, { from: yearOf(day), to: yearOf(day) })
        .filter(({ paid_on }) => paid_on === day),
  };
  const ofPayment = { ...view, evidence: evidenceIn(snapshot, byYear(snapshot)) };
  return { snapshot, policy, today, view, viewOf: () => ofPayment };
}

/** Looks confirmations up by payment and cycle: those of cycles still open in the mark of the payment, others in their files. */
function evidenceIn(snapshot: Snapshot, settled: Evidence): Evidence {
  return (payment_id, cycle) => {
    const mark = snapshot.openMark(payment_id);
    const isMarked = mark !== null && (cycle >= mark.through || mark.open.includes(cycle));
    return isMarked ? (mark.evidence.get(cycle) ?? []) : settled(payment_id, cycle);
  };
}

/** In the file of its month, each of which is read once: for questions about all payments. */
function byMonth(snapshot: Snapshot): Evidence {
  const months = new Map<Month, ReadonlyMap<string, Confirmation[]>>();
  const inMonth = (month: Month) => {
    const known = months.get(month);
    if (known !== undefined) return known;
    const read = byPayment(snapshot.months("confirmations", month, month));
    months.set(month, read);
    return read;
  };
  return (payment_id, cycle) =>
    inMonth(monthName(cycle))
      .get(payment_id)
      ?.filter((each) => each.cycle === cycle) ?? [];
}

/** Among the payment's own confirmations: for questions about one payment. */
function byYear(snapshot: Snapshot): Evidence {
  return (payment_id, cycle) =>
    snapshot
      .confirmationsOf(payment_id, { from: yearOf(cycle), to: yearOf(cycle) })
      .filter((each) => each.cycle === cycle);
}

function byPayment(confirmations: readonly Confirmation[]): Map<string, Confirmation[]> {
  const groups = new Map<string, Confirmation[]>();
  for (const each of confirmations) {
    const group = groups.get(each.payment_id);
    if (group === undefined) groups.set(each.payment_id, [each]);
    else group.push(each);
  }
  return groups;
}

/** The engine for RRULEs is large and seldom needed, so it is loaded when a payment turns out to have one. */
async function withRules<Result>(attempt: () => Result): Promise<Result> {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof RulesNotLoaded)) throw error;
    await loadRules();
    return attempt();
  }
}
