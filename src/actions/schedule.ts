import type { Context } from "../context.ts";
import { cyclesDue } from "../domain/cycles/cycle.ts";
import type { CycleStatus } from "../domain/cycles/cycle-status.ts";
import {
  mergeSchedules,
  type PaymentSchedule,
  type ScheduledPayment,
  scheduledPayment,
} from "../domain/cycles/scheduled.ts";
import { standeeOf, type View } from "../domain/cycles/settle.ts";
import { addDays, type Span } from "../domain/days/calendar.ts";
import { type Total, totalsOf } from "../domain/money/total.ts";
import type { Payment, PaymentKind } from "../domain/registry/payment.ts";
import { homeCurrency } from "../domain/settings/setting-table.ts";
import { readBooks } from "./books.ts";
import { paymentsAsked } from "./payment-edit.ts";
import { type SpanInput, spanAhead } from "./span.ts";

export interface ScheduleInput extends SpanInput {
  readonly payment: string | null;
  readonly kind: PaymentKind | null;
  readonly status: CycleStatus | null;
}

/** Lists the cycles whose date is in the span, both ends in. */
export function schedulePayments(
  context: Context,
  input: ScheduleInput,
): Promise<readonly ScheduledPayment[]> {
  return readBooks(context, (books) => {
    const { payments, view } = paymentsAsked(books, input.payment);
    const scheduled = scheduledIn(spanAhead(input, books.today), payments, view);
    const { kind, status } = input;
    if (kind === null && status === null) return scheduled;
    return scheduled.filter(
      (cycle) =>
        (kind === null || cycle.kind === kind) && (status === null || cycle.status === status),
    );
  });
}

/** Sums what remains to be paid for some cycles, per currency, with its worth by the user's rates. */
export function totalRemaining(
  context: Context,
  cycles: readonly ScheduledPayment[],
): Promise<Total[]> {
  return readBooks(context, ({ snapshot }) => {
    const settings = snapshot.settings();
    const amounts = cycles.map(({ remaining, currency }) => ({ amount: remaining, currency }));
    return totalsOf(amounts, settings, homeCurrency(settings));
  });
}

/** How many cycles of the last so many days before today are still open. */
export interface Overdue {
  readonly count: number;
  readonly days: number;
}

/** Counts what is still open from the last days before today. */
export function countOverdue(context: Context): Promise<Overdue> {
  return readBooks(context, ({ snapshot, today, view }) => {
    const span = { from: addDays(today, -overdueDays), to: addDays(today, -1) };
    const open = scheduledIn(span, snapshot.each("payments"), view).filter(
      ({ status }) => status !== "paid" && status !== "overpaid" && status !== "skipped",
    );
    return { count: open.length, days: overdueDays };
  });
}

const overdueDays = 30;

/** The cycles of some payments in a span, in the order of every such list. */
export function scheduledIn(
  span: Span,
  payments: Iterable<Payment>,
  view: View,
): ScheduledPayment[] {
  const schedules: PaymentSchedule[] = [];
  for (const payment of payments) {
    const cycles = cyclesDue(payment, span, view.policy).map((cycle) =>
      scheduledPayment(payment, cycle, standeeOf(payment, cycle, view).standing),
    );
    schedules.push({ payment_id: payment.id, name: payment.name, cycles });
  }
  return mergeSchedules(schedules);
}
