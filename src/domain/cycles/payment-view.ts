import type { Day } from "../days/calendar.ts";
import { ruleSentence } from "../days/rule-sentence.ts";
import type { Term } from "../days/term.ts";
import { minorOf } from "../money/money.ts";
import { type Payment, type PaymentStatus, statusOn } from "../registry/payment.ts";
import { type Cycle, termOf } from "./cycle.ts";
import type { Standee } from "./settle.ts";

/** A payment as every command shows it: its record, with what holds of it today written beside. */
export interface PaymentView extends Payment, Omit<Term, "from" | "anchor" | "due_day"> {
  readonly amount_minor: number;
  /** A number for a day of the month, a text for any other position, null where the cadence has none. */
  readonly due_day: number | string | null;
  /** The first due day. */
  readonly start: Day;
  /** When it recurs, as a sentence. */
  readonly recurrence: string;
  readonly status: PaymentStatus;
  /** The date of the next open cycle, today's included. */
  readonly next_due: Day | null;
  /** That date again, where the cycle was moved there. */
  readonly next_due_override: Day | null;
}

/** Shows a payment on a day; `next` is its next open cycle. */
export function paymentView(payment: Payment, next: Standee | null, today: Day): PaymentView {
  const term = termOf(payment, next?.cycle.name ?? today);
  const { from: _from, anchor, due_day, ...price } = term;
  return {
    ...payment,
    ...price,
    amount_minor: minorOf(term.amount, payment.currency),
    due_day: shownDueDay(term),
    start: payment.terms[0]?.anchor ?? anchor,
    recurrence: ruleSentence(term),
    status: statusOn(payment, today),
    next_due: next?.cycle.date ?? null,
    next_due_override: overrideOf(next?.cycle),
  };
}

function shownDueDay({ due_day, cadence, anchor }: Term): number | string | null {
  if (due_day === null) return isMonthly(cadence) ? Number(anchor.slice(8)) : null;
  return /^\d+$/.test(due_day) ? Number(due_day) : due_day;
}

function isMonthly(cadence: Term["cadence"]): boolean {
  return !["once", "daily", "weekly", "biweekly", "rule"].includes(cadence);
}

const overrideOf = (cycle: Cycle | undefined): Day | null => cycle?.exception.moved_to ?? null;
