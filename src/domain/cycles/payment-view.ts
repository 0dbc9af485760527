import type { Day } from "../days/calendar.ts";
import { isMonthly } from "../days/due-day.ts";
import { ruleSentence } from "../days/rule-sentence.ts";
import type { Term } from "../days/term.ts";
import { minorOf } from "../money/money.ts";
import { type Payment, type PaymentStatus, statusOn } from "../registry/payment.ts";
import { termOf } from "./cycle.ts";
import { type Outlook, type OutlookView, outlookView } from "./outlook.ts";

/** A payment as every command shows it: its record, with what holds of it today written beside. */
export interface PaymentView
  extends Payment,
    Omit<Term, "from" | "anchor" | "due_day">,
    OutlookView {
  readonly amount_minor: number;
  /** A number for a day of the month, a text for any other position, null where the cadence has none. */
  readonly due_day: number | string | null;
  /** The first due day. */
  readonly start: Day;
  /** When it recurs, as a sentence. */
  readonly recurrence: string;
  readonly status: PaymentStatus;
  /** `next_due` again, where the cycle was moved there. */
  readonly next_due_override: Day | null;
}

/** Shows a payment on a day, with what it wants; its price is that of the cycle to come. */
export function paymentView(payment: Payment, outlook: Outlook, today: Day): PaymentView {
  const term = termOf(payment, outlook.upcoming?.cycle.name ?? today);
  const { from: _from, anchor, due_day, ...price } = term;
  return {
    ...payment,
    ...price,
    amount_minor: minorOf(term.amount, payment.currency),
    due_day: shownDueDay(term),
    start: payment.terms[0]?.anchor ?? anchor,
    recurrence: ruleSentence(term),
    status: statusOn(payment, today),
    ...outlookView(payment, outlook, today),
    next_due_override: outlook.next?.cycle.exception.moved_to ?? null,
  };
}

function shownDueDay({ due_day, cadence, anchor }: Term): number | string | null {
  if (due_day === null) return isMonthly(cadence) ? Number(anchor.slice(8)) : null;
  return /^\d+$/.test(due_day) ? Number(due_day) : due_day;
}
