import type { Context } from "../context.ts";
import type { Decision } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Evidence, View } from "../domain/cycles/settle.ts";
import { type Day, type Month, monthName } from "../domain/days/calendar.ts";
import { loadRules, RulesNotLoaded } from "../domain/days/rule.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { type Policy, policyOf } from "../domain/settings/policy.ts";
import { type Receipt, Store } from "../store/store.ts";
import { emptySnapshot } from "../store/views/empty-snapshot.ts";
import type { Snapshot } from "../store/views/snapshot.ts";

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
  return withRules(() => {
    const store = openStore(context);
    return answer(booksOf(context, store.isHome() ? store.read() : emptySnapshot));
  });
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

/** Opens the store of the home that the context names. */
export function openStore(context: Context): Store {
  return new Store({
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
  const view = { evidence: evidenceIn(snapshot), today, policy };
  return {
    snapshot,
    policy,
    today,
    view,
    viewOf: ({ id }) => ({ ...view, evidence: evidenceIn(snapshot, id) }),
  };
}

/** Looks confirmations up by payment and cycle, reading each month once. */
function evidenceIn(snapshot: Snapshot, containing?: string): Evidence {
  const months = new Map<Month, ReadonlyMap<string, Confirmation[]>>();
  const inMonth = (month: Month) => {
    const known = months.get(month);
    if (known !== undefined) return known;
    const read = byPayment(snapshot.months("confirmations", month, month, containing));
    months.set(month, read);
    return read;
  };
  return (payment_id, cycle) =>
    inMonth(monthName(cycle))
      .get(payment_id)
      ?.filter((each) => each.cycle === cycle) ?? [];
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
