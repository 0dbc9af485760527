import type { ListedPayment } from "../actions/owed/list.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { narrow } from "./narrow.ts";
import { planText } from "./plan.ts";
import { priceText } from "./price.ts";
import type { Style } from "./style.ts";

/** `Added Hydro 150.00 CAD, monthly on the 15th, next due 2026-01-15` */
export function renderAdded(payment: PaymentView): string {
  return `Added ${summary(payment)}`;
}

/** What a line was understood to mean, before it is kept. */
export function renderPreview(payment: PaymentView): string {
  return `${payment.kind}: ${summary(payment)}`;
}

/** `Deleted Hydro` */
export function renderDeleted({ name }: PaymentView): string {
  return `Deleted ${cleanText(name)}`;
}

/** The registry as a table. */
export function renderPayments(payments: readonly ListedPayment[], style: Style): string {
  if (payments.length === 0) return "No payments.";
  return style.table(
    [
      { title: "Name", shrinkTo: 12 },
      { title: "Amount", align: "right" },
      { title: "Recurs", shrinkTo: 19, isOptional: true },
      {
        title: "Next due",
        paint: (text) => (/ (overdue|late)$/.test(text) ? style.bad(text) : text),
      },
      { title: "Status" },
      { title: "Kind", isOptional: true },
    ],
    payments.map((payment) => [
      payment.name,
      style.columns < narrow ? priceText(payment).replace("about ", "~") : priceText(payment),
      recursText(payment),
      nextText(payment, style),
      payment.ended ? "ended" : payment.status,
      payment.kind,
    ]),
  );
}

/** `26 days overdue`, or the day of what comes next. */
function nextText({ next_due, days_late }: PaymentView, style: Style): string {
  if (days_late > 0)
    return `${counted(days_late, "day")} ${style.columns < narrow ? "late" : "overdue"}`;
  return next_due === null ? "-" : style.day(next_due);
}

function recursText({ recurrence, plan }: ListedPayment): string {
  return plan === null ? recurrence : `${recurrence} (${planText(plan)})`;
}

function summary(payment: PaymentView): string {
  const due = payment.next_due === null ? "nothing due" : `next due ${payment.next_due}`;
  return `${cleanText(payment.name)} ${priceText(payment)}, ${payment.recurrence}, ${due}`;
}
