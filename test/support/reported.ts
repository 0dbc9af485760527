import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { reconcilePayment } from "../../src/domain/reconciling/reconcile.ts";
import {
  type ReconcileReport,
  reconcileReport,
} from "../../src/domain/reconciling/reconcile-report.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../src/domain/settings/policy.ts";
import { day } from "./a-payment.ts";
import { aView } from "./a-view.ts";

/** Reconciles January to 2026-02-28 on that day, or what else is said. */
export function reported(
  payments: readonly Payment[],
  confirmations: readonly Confirmation[],
  { today = "2026-02-28", from = "2026-01-01", isPosting = false, isOlderAsked = false } = {},
): ReconcileReport {
  const span = { from: day(from), to: day(today) };
  const unlinked = confirmations.filter(({ cycle }) => cycle === null);
  const view = aView(today, confirmations);
  return reconcileReport(
    span,
    payments.map((payment) => reconcilePayment(payment, span, unlinked, view)),
    { today: day(today), policy: defaultPolicy, isPosting, isOlderAsked },
  );
}

/** Every cycle with its status and the reason, a line each. */
export const whys = (report: ReconcileReport): string[] =>
  report.items.map(({ cycle, status, why }) => `${cycle} ${status}: ${why}`);
