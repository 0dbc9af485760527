import { cyclesDue } from "../../domain/cycles/cycle.ts";
import { cycleStatuses, isOpenStatus } from "../../domain/cycles/cycle-status.ts";
import {
  mergeSchedules,
  type PaymentSchedule,
  type ScheduledPayment,
  scheduledPayment,
} from "../../domain/cycles/scheduled.ts";
import { standeeOf, type View } from "../../domain/cycles/settle.ts";
import { addDays, type Span } from "../../domain/days/calendar.ts";
import { type Total, totalsOf } from "../../domain/money/total.ts";
import { type Payment, paymentKinds } from "../../domain/registry/payment.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import type { Question } from "../action.ts";
import type { Books } from "../books.ts";
import { choice, text } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentsAsked } from "../registry.ts";
import { spanAhead, spanFields } from "./span.ts";

const scheduleFields = {
  ...spanFields,
  payment: text,
  kind: choice(paymentKinds),
  status: choice(cycleStatuses),
};

/** Which cycles to list; those of the next days where nothing is said. */
export type ScheduleInput = Partial<ValuesOf<typeof scheduleFields>>;

/** What is due in a span of days, with what it comes to. */
export interface Schedule {
  readonly span: Span;
  /** The cycles whose date is in the span, both ends in. */
  readonly cycles: readonly ScheduledPayment[];
  /** What remains to be paid of them, per currency, with its worth by the user's rates. */
  readonly remaining: readonly Total[];
  /** What is still open from before the span; null where the question was a narrower one. */
  readonly overdue: Overdue | null;
}

/** How many cycles of the last so many days before today are still open. */
export interface Overdue {
  readonly count: number;
  readonly days: number;
}

/** Lists what is due, and tells what is still open from before. */
export const schedule: Question<ScheduleInput, Schedule> = {
  name: "schedule",
  effect: "reads",
  input: inputOf({}, scheduleFields),
  decide(books, input) {
    const { payments, view } = paymentsAsked(books, input.payment);
    const span = spanAhead(input, books.today);
    const cycles = scheduledIn(span, payments, view).filter((cycle) => isWanted(cycle, input));
    const amounts = cycles.map(({ remaining, currency }) => ({ amount: remaining, currency }));
    const settings = books.snapshot.settings();
    const remaining = totalsOf(amounts, settings, settingIn(settings, setting.currency));
    return { span, cycles, remaining, overdue: isNarrow(input) ? null : overdueIn(books) };
  },
};

function isWanted(cycle: ScheduledPayment, { kind, status }: ScheduleInput): boolean {
  return (
    (kind === undefined || cycle.kind === kind) && (status === undefined || cycle.status === status)
  );
}

function isNarrow({ from, payment, kind, status }: ScheduleInput): boolean {
  return [from, payment, kind, status].some((said) => said !== undefined);
}

const overdueDays = 30;

function overdueIn({ snapshot, today, view }: Books): Overdue {
  const span = { from: addDays(today, -overdueDays), to: addDays(today, -1) };
  const cycles = scheduledIn(span, snapshot.each("payments"), view);
  return { count: cycles.filter(({ status }) => isOpenStatus(status)).length, days: overdueDays };
}

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
