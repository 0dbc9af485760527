import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { Evidence, View } from "../domain/cycles/settle.ts";
import { type Day, type Month, monthName } from "../domain/days/calendar.ts";
import type { Receipt, Verification } from "../domain/history/audit-event.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { type Policy, policyOf } from "../domain/settings/policy.ts";
import type { AuditLine } from "../store/store.ts";
import type { Snapshot } from "../store/views/snapshot.ts";

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
  /** Every change, the latest first. */
  newestLines(): Iterable<AuditLine>;
  /** Proves the chain, and that the change of a receipt is in it. */
  verify(receipt: Receipt | null): Verification;
}

/** The books of a snapshot on a day. */
export function booksOf(
  snapshot: Snapshot,
  { home, journal, today }: Pick<Books, "home" | "journal" | "today">,
): Books {
  const policy = policyOf(snapshot.settings());
  const view = { evidence: evidenceIn(snapshot), today, policy };
  return {
    ...{ home, snapshot, journal, policy, today, view },
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
