import type { Receipted } from "../actions/books.ts";
import type { StatusVerb } from "../actions/status.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import type { Day } from "../domain/days/calendar.ts";
import { ruleSentence } from "../domain/days/rule-sentence.ts";
import { cleanText } from "./clean-text.ts";
import { moneyText } from "./money.ts";
import { priceText } from "./price.ts";
import type { Style } from "./style.ts";

type Changed = PaymentView & Receipted;

/** `Added Hydro 150.00 CAD, monthly on the 15th, next due 2026-01-15` */
export function renderAdded(payment: Changed): string {
  return `Added ${summary(payment)}`;
}

/** What a line was understood to mean, before it is kept. */
export function renderPreview(payment: PaymentView): string {
  return `${payment.kind}: ${summary(payment)}`;
}

/** What an edit was about: the day its new term begins, null where only details changed. */
export interface Edited {
  readonly from: Day | null;
  readonly isCorrected: boolean;
}

/**
 * `Changed Hydro: 160.00 CAD, monthly on the 15th, from 2026-03-01` for a new term, which may be far ahead;
 * `Changed Hydro 160.00 CAD, monthly on the 15th, next due 2026-03-15` otherwise.
 */
export function renderEdited(payment: Changed, { from, isCorrected }: Edited): string {
  const term =
    from === null
      ? undefined
      : (payment.terms.findLast((each) => each.from <= from) ?? payment.terms[0]);
  if (term === undefined) return `Changed ${summary(payment)}`;
  const verb = isCorrected ? "Corrected" : "Changed";
  const price = priceText({ ...term, currency: payment.currency });
  const days = `${ruleSentence(term)}, from ${term.from}`;
  return `${verb} ${cleanText(payment.name)}: ${price}, ${days}`;
}

/** `Deleted Hydro` */
export function renderDeleted({ name }: Changed): string {
  return `Deleted ${cleanText(name)}`;
}

/** `Paused Gym from 2026-02-01` */
export function renderStatusSet(
  verb: StatusVerb,
  { name, on }: Changed & { readonly on: Day },
): string {
  const done = { pause: "Paused", resume: "Resumed", cancel: "Cancelled" }[verb];
  return `${done} ${cleanText(name)} from ${on}`;
}

/** The registry as a table. */
export function renderPayments(payments: readonly PaymentView[], style: Style): string {
  if (payments.length === 0) return "No payments.";
  return style.table(
    [
      { title: "Name", shrinkTo: 12 },
      { title: "Amount", align: "right" },
      { title: "Recurs", shrinkTo: 19, isOptional: true },
      { title: "Next due" },
      { title: "Status" },
      { title: "Kind", isOptional: true },
    ],
    payments.map((payment) => [
      payment.name,
      moneyText(payment),
      payment.recurrence,
      payment.next_due ?? "-",
      payment.status,
      payment.kind,
    ]),
  );
}

function summary(payment: PaymentView): string {
  const due = payment.next_due === null ? "nothing due" : `next due ${payment.next_due}`;
  return `${cleanText(payment.name)} ${priceText(payment)}, ${payment.recurrence}, ${due}`;
}
