import type { Day } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { decimalOf } from "../money/money.ts";
import type { Payment, PaymentKind } from "../registry/payment.ts";
import type { Cycle } from "./cycle.ts";
import type { CycleStatus } from "./cycle-status.ts";
import type { Standing } from "./standing.ts";

/** One cycle as every list of what is due shows it. */
export interface ScheduledPayment {
  readonly date: Day;
  readonly cycle: Day;
  readonly payment_id: string;
  readonly name: string;
  readonly kind: PaymentKind;
  /** What is expected for this cycle. */
  readonly amount: Decimal;
  readonly amount_minor: number;
  readonly currency: string;
  readonly status: CycleStatus;
  readonly remaining: Decimal;
  readonly autopay_enabled: boolean;
  readonly autopay_verified: boolean;
}

/** Shows a cycle and where it stands. */
export function scheduledPayment(
  payment: Payment,
  cycle: Cycle,
  standing: Standing,
): ScheduledPayment {
  const { amount, expected, remaining } = standing;
  return {
    date: cycle.date,
    cycle: cycle.name,
    payment_id: payment.id,
    name: payment.name,
    kind: payment.kind,
    amount,
    amount_minor: expected,
    currency: payment.currency,
    status: standing.status,
    remaining: remaining === expected ? amount : decimalOf(remaining, payment.currency),
    autopay_enabled: payment.autopay_enabled,
    autopay_verified: payment.autopay_verified,
  };
}

/** What is due of one payment, by date, then cycle. */
export interface PaymentSchedule {
  readonly payment_id: string;
  readonly name: string;
  readonly cycles: readonly ScheduledPayment[];
}

/**
 * Lists the cycles of several payments by date, then name, then id, then cycle: the order every list of cycles has.
 *
 * The payments are sorted, and their cycles dealt out to the days: of both there are far fewer than of cycles.
 */
export function mergeSchedules(schedules: readonly PaymentSchedule[]): ScheduledPayment[] {
  const days = new Map<Day, ScheduledPayment[]>();
  for (const { cycles } of schedules.toSorted(byPayment)) {
    for (const cycle of cycles) {
      const day = days.get(cycle.date);
      if (day === undefined) days.set(cycle.date, [cycle]);
      else day.push(cycle);
    }
  }
  const inOrder = [...days.keys()].sort().map((day) => days.get(day) ?? []);
  return nothingDue.concat(...inOrder);
}

const nothingDue: ScheduledPayment[] = [];

function byPayment(a: PaymentSchedule, b: PaymentSchedule): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.payment_id < b.payment_id ? -1 : Number(a.payment_id > b.payment_id);
}
