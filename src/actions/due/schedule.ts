import { cyclesDue } from "../../domain/cycles/cycle.ts";
import { cycleStatuses } from "../../domain/cycles/cycle-status.ts";
import { overdueOf } from "../../domain/cycles/overdue.ts";
import {
  mergeSchedules,
  type ScheduledPayment,
  scheduledPayment,
} from "../../domain/cycles/scheduled.ts";
import { type Standee, standeeOf, type View } from "../../domain/cycles/settle.ts";
import type { Span } from "../../domain/days/calendar.ts";
import { type Total, totalsOf } from "../../domain/money/total.ts";
import { type Payment, paymentKinds } from "../../domain/registry/payment.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import type { Question } from "../action.ts";
import type { Books } from "../books.ts";
import { choice, text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentsAsked } from "../registry.ts";
import { spanAhead, spanFields } from "./span.ts";

const scheduleFields = {
  ...spanFields,
  payment: text,
  kind: choice(paymentKinds),
  status: choice(cycleStatuses),
  /** Whether to begin with what is overdue; never where `from` or `to` is said. */
  overdue: yesOrNo,
};

/** Which cycles to list; what is overdue and those of the next days where nothing is said. */
export type ScheduleInput = Partial<ValuesOf<typeof scheduleFields>>;

/** What is overdue, and what is due in a span of days, with what each comes to. */
export interface Schedule {
  readonly span: Span;
  /** The open cycles due before today, however old; null where only the span was asked for. */
  readonly overdue: readonly ScheduledPayment[] | null;
  /** The cycles whose date is in the span, both ends in. */
  readonly cycles: readonly ScheduledPayment[];
  /** What remains to be paid of what is overdue, per currency, with its worth by the user's rates. */
  readonly overdue_remaining: readonly Total[];
  /** The same of the span. */
  readonly remaining: readonly Total[];
}

/** Lists what is overdue, then what is due in the next days; exactly the span where its ends are said. */
export const schedule: Question<ScheduleInput, Schedule> = {
  name: "schedule",
  effect: "reads",
  input: inputOf({}, scheduleFields),
  decide(books, input) {
    const { payments, view } = paymentsAsked(books, input.payment);
    const asked = [...payments];
    const wanted = (cycle: ScheduledPayment): boolean => isWanted(cycle, input);
    const span = spanAhead(input, books.today);
    const cycles = scheduledIn(span, asked, view).filter(wanted);
    const overdue = isOverdueAsked(input) ? overdueAmong(asked, view).filter(wanted) : null;
    return {
      span,
      overdue,
      cycles,
      overdue_remaining: remainingOf(overdue ?? [], books),
      remaining: remainingOf(cycles, books),
    };
  },
};

function isWanted(cycle: ScheduledPayment, { kind, status }: ScheduleInput): boolean {
  return (
    (kind === undefined || cycle.kind === kind) && (status === undefined || cycle.status === status)
  );
}

function isOverdueAsked({ from, to, overdue }: ScheduleInput): boolean {
  return overdue !== false && from === undefined && to === undefined;
}

function remainingOf(cycles: readonly ScheduledPayment[], { snapshot }: Books): Total[] {
  const amounts = cycles.map(({ remaining, currency }) => ({ amount: remaining, currency }));
  const settings = snapshot.settings();
  return totalsOf(amounts, settings, settingIn(settings, setting.currency));
}

/** The open cycles of some payments due before today, in the order of every such list. */
function overdueAmong(payments: readonly Payment[], view: View): ScheduledPayment[] {
  return listed(payments, (payment) => overdueOf(payment, view));
}

/** The cycles of some payments in a span, in the order of every such list. */
export function scheduledIn(
  span: Span,
  payments: Iterable<Payment>,
  view: View,
): ScheduledPayment[] {
  return listed(payments, (payment) =>
    cyclesDue(payment, span, view.policy).map((cycle) => standeeOf(payment, cycle, view)),
  );
}

function listed(
  payments: Iterable<Payment>,
  standees: (payment: Payment) => readonly Standee[],
): ScheduledPayment[] {
  const schedules = Array.from(payments, (payment) => ({
    payment_id: payment.id,
    name: payment.name,
    cycles: standees(payment).map(({ cycle, standing }) =>
      scheduledPayment(payment, cycle, standing),
    ),
  }));
  return mergeSchedules(schedules);
}
