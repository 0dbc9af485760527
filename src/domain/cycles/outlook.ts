import type { Day } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { decimalOf } from "../money/money.ts";
import { type Payment, statusOn } from "../registry/payment.ts";
import { overdueOf } from "./overdue.ts";
import { nextOpen, type Standee, type View } from "./settle.ts";

/** What a payment wants: what is overdue, and what comes. */
export interface Outlook {
  /** The open cycles whose date has passed, oldest first, however old. */
  readonly overdue: readonly Standee[];
  /** The first open cycle due today or later. */
  readonly upcoming: Standee | null;
  /** The oldest open cycle: the first that is overdue, else the one to come. */
  readonly next: Standee | null;
}

/** Looks at a payment from today, by the mark of what is open. */
export function outlookOf(payment: Payment, view: View): Outlook {
  const overdue = overdueOf(payment, view);
  const upcoming = nextOpen(payment, view.today, view);
  return { overdue, upcoming, next: overdue[0] ?? upcoming };
}

/** What an outlook adds to a payment as it is shown. */
export interface OutlookView {
  /** The date of the oldest open cycle, however old. */
  readonly next_due: Day | null;
  /** The date of the first open cycle from today on. */
  readonly next_upcoming: Day | null;
  /** Whether it is active and nothing of it is open or to come. */
  readonly ended: boolean;
  /** How many open cycles are past their date. */
  readonly overdue_count: number;
  /** What remains of them together. */
  readonly overdue: Decimal;
  readonly overdue_minor: number;
  /** How many days the oldest of them is late. */
  readonly days_late: number;
}

/** Shows an outlook. */
export function outlookView(payment: Payment, outlook: Outlook, today: Day): OutlookView {
  const { overdue, upcoming, next } = outlook;
  const minor = overdue.reduce((sum, { standing }) => sum + standing.remaining, 0);
  return {
    next_due: next?.cycle.date ?? null,
    next_upcoming: upcoming?.cycle.date ?? null,
    ended: next === null && statusOn(payment, today) === "active",
    overdue_count: overdue.length,
    overdue: decimalOf(minor, payment.currency),
    overdue_minor: minor,
    days_late: overdue[0]?.standing.days_late ?? 0,
  };
}
