import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { monthName, type Span } from "../../domain/days/calendar.ts";
import { matchingSpan, reconcilePayment } from "../../domain/reconciling/reconcile.ts";
import {
  type ReconcileReport,
  reconcileReport,
} from "../../domain/reconciling/reconcile-report.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import type { Snapshot } from "../../store/snapshot.ts";
import type { Question } from "../action.ts";
import { spanBehind, spanFields } from "../due/span.ts";
import { text } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentsAsked } from "../registry.ts";

const reconcileFields = { ...spanFields, payment: text };

/** Compares what was due in a span that ends today with what was confirmed; where no end of it is said, what is open from before, too. */
export const reconcile: Question<Partial<ValuesOf<typeof reconcileFields>>, ReconcileReport> = {
  name: "reconcile",
  effect: "reads",
  input: inputOf({}, reconcileFields),
  decide(books, input) {
    const { snapshot, policy, today } = books;
    const span = spanBehind(input, today);
    const { payments, view } = paymentsAsked(books, input.payment);
    const unlinked = unlinkedAround(matchingSpan(span, policy), snapshot);
    const reconciliations = Array.from(payments, (payment) =>
      reconcilePayment(payment, span, unlinked.get(payment.id) ?? [], view),
    );
    const isPosting = settingIn(snapshot.settings(), setting.autoPost);
    const isOlderAsked = input.from === undefined && input.to === undefined;
    return reconcileReport(span, reconciliations, { today, policy, isPosting, isOlderAsked });
  },
};

/** The confirmations without a cycle of the months that a span touches, by payment. */
function unlinkedAround({ from, to }: Span, snapshot: Snapshot): Map<string, Confirmation[]> {
  const byPayment = new Map<string, Confirmation[]>();
  for (const each of snapshot.months(
    "confirmations",
    monthName(from),
    monthName(to),
    '"cycle":null',
  )) {
    if (each.cycle !== null) continue;
    const found = byPayment.get(each.payment_id);
    if (found === undefined) byPayment.set(each.payment_id, [each]);
    else found.push(each);
  }
  return byPayment;
}
