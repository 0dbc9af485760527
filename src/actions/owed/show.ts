import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import {
  byPaidOn,
  type ConfirmationView,
  confirmationView,
} from "../../domain/confirmations/confirmation-view.ts";
import { cyclesDue, cyclesFrom } from "../../domain/cycles/cycle.ts";
import { outlookOf } from "../../domain/cycles/outlook.ts";
import { type PaymentView, paymentView } from "../../domain/cycles/payment-view.ts";
import { type Plan, planOf } from "../../domain/cycles/plan.ts";
import { type ScheduledPayment, scheduledPayment } from "../../domain/cycles/scheduled.ts";
import { standeeOf } from "../../domain/cycles/settle.ts";
import { addDays, addMonths, type Day, monthName } from "../../domain/days/calendar.ts";
import { ruleSentence } from "../../domain/days/rule-sentence.ts";
import type { Term } from "../../domain/days/term.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Question } from "../action.ts";
import type { Books } from "../books.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";

/** A payment with all that belongs to it. */
export interface Shown extends PaymentView {
  /** How far a plan of so many payments has come; null for one that goes on. */
  readonly plan: Plan | null;
  /** Each term with its sentence. */
  readonly price_history: readonly TermView[];
  /** When the next open cycles are due. */
  readonly next_dates: readonly Day[];
  /** The open cycles of before today, however old, and the next to come; oldest first. */
  readonly open_cycles: readonly ScheduledPayment[];
  /** The last twelve months and what is to come within the next two, newest first. */
  readonly cycles: readonly ScheduledPayment[];
  /** The confirmations of those cycles, newest first. */
  readonly confirmations: readonly ConfirmationView[];
}

export interface TermView extends Term {
  readonly sentence: string;
}

const datesShown = 6;
const monthsBack = 12;
const daysAhead = 62;

/** Shows one payment: its terms, its next dates, its last year of cycles and confirmations. */
export const show: Question<{ readonly payment: string }, Shown> = {
  name: "show",
  effect: "reads",
  input: inputOf({ payment: text }, {}),
  decide(books, input) {
    const payment = paymentMeant(books, input.payment);
    const view = books.viewOf(payment);
    const outlook = outlookOf(payment, view);
    const open = [...outlook.overdue, ...(outlook.upcoming === null ? [] : [outlook.upcoming])];
    return {
      ...paymentView(payment, outlook, books.today),
      plan: planOf(payment, view),
      price_history: payment.terms.map((term) => ({ ...term, sentence: ruleSentence(term) })),
      next_dates: nextDates(payment, books),
      open_cycles: open.map(({ cycle, standing }) => scheduledPayment(payment, cycle, standing)),
      cycles: recentCycles(payment, books),
      confirmations: recentConfirmations(payment, books).map(confirmationView),
    };
  },
};

function nextDates(payment: Payment, books: Books): Day[] {
  const dates: Day[] = [];
  const view = books.viewOf(payment);
  for (const cycle of cyclesFrom(payment, books.today, books.policy)) {
    if (!standeeOf(payment, cycle, view).standing.isSettled) dates.push(cycle.date);
    if (dates.length === datesShown) break;
  }
  return dates;
}

function recentCycles(payment: Payment, books: Books): ScheduledPayment[] {
  const view = books.viewOf(payment);
  const span = { from: addMonths(books.today, -monthsBack), to: addDays(books.today, daysAhead) };
  return cyclesDue(payment, span, books.policy)
    .map((cycle) => scheduledPayment(payment, cycle, standeeOf(payment, cycle, view).standing))
    .reverse();
}

function recentConfirmations(payment: Payment, { snapshot, today }: Books): Confirmation[] {
  const from = addMonths(today, -monthsBack);
  const to = addDays(today, daysAhead);
  return snapshot
    .months("confirmations", monthName(from), monthName(to), payment.id)
    .filter(({ payment_id }) => payment_id === payment.id)
    .sort(byPaidOn)
    .reverse();
}
