import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Evidence, View } from "../domain/cycles/settle.ts";
import { type Day, type Month, monthName, yearOf } from "../domain/days/calendar.ts";
import type { Receipt, Verification } from "../domain/history/audit-event.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { type Policy, policyOf } from "../domain/settings/policy.ts";
import type { Snapshot } from "../store/snapshot.ts";
import type { AuditLine } from "../store/store.ts";

/** What an action looks at: the home as it was at one moment, and how the household sees it today. */
export interface Books {
  /** The folder they lie in. */
  readonly home: string;
  readonly snapshot: Snapshot;
  readonly journal: Journal;
  readonly policy: Policy;
  readonly today: Day;
  readonly view: View;
  /** The same for one payment, which reads no other's confirmations. */
  viewOf(payment: Payment): View;
}

/** The history of the books. Refuses (`no-home`) where there are none. */
export interface Journal {
  /** Every change, the latest first; past a damaged line only where the whole is not asked for. */
  newestLines(options?: { readonly isWhole: boolean }): Iterable<AuditLine>;
  /** Proves the chain, and that the change of a receipt is in it. */
  verify(receipt: Receipt | null): Verification;
}

/** The books of a snapshot on a day. */
export function booksOf(
  snapshot: Snapshot,
  { home, journal, today }: Pick<Books, "home" | "journal" | "today">,
): Books {
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
  return { ...{ home, snapshot, journal, policy, today, view }, viewOf: () => ofPayment };
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
