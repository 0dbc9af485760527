import {
  addDays,
  addMonths,
  type Day,
  dateOf,
  daysBetween,
  earlier,
  weekdayOf,
} from "../domain/days/calendar.ts";
import { editPayment } from "../domain/editing/edit-payment.ts";
import { newPayment, type PaymentDraft } from "../domain/registry/new-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { changeStatus } from "../domain/registry/payment-status.ts";
import { unsaid } from "../domain/registry/unsaid.ts";
import type { Policy } from "../domain/settings/policy.ts";
import type { Plot } from "./plot.ts";
import { sampleId } from "./sample-id.ts";

/**
 * Makes the payment of a plot as it stands today, with its price and status changes. A plot with a rule needs
 * `loadRules` first.
 */
export function plottedPayment(plot: Plot, today: Day, policy: Policy): Payment {
  const placed = placeOf(plot, today);
  const now = `${earlier(placed.start, today)}T09:00:00.000Z`;
  const stamp = { id: sampleId("pay", plot.name), now };
  const created = newPayment(
    { ...unsaid, currency: "CAD", ...plot, ...placed },
    stamp,
    today,
    policy,
  );
  const priced = (plot.prices ?? []).reduce(
    (payment, { months, amount }) =>
      editPayment(payment, { amount }, { from: monthsAgo(today, months), correct: false }, policy),
    created,
  );
  return (plot.statuses ?? []).reduce(
    (payment, { status, days }) => changeStatus(payment, status, addDays(today, -days)),
    priced,
  );
}

type Place = Pick<PaymentDraft, "due_day" | "trial_ends_on"> & { readonly start: Day };

function placeOf(plot: Plot, today: Day): Place {
  const { trial_ends_in } = plot;
  const trial_ends_on = trial_ends_in === undefined ? null : addDays(today, trial_ends_in);
  return { ...firstPlaceOf(plot, today), trial_ends_on };
}

function firstPlaceOf(plot: Plot, today: Day): Omit<Place, "trial_ends_on"> {
  const { months, due_in, due_day = null } = plot;
  if (due_in === undefined) {
    const first = monthsAgo(today, months);
    return { start: plot.weekday === undefined ? first : onWeekday(first, plot.weekday), due_day };
  }
  const due = addDays(today, due_in);
  const period = periods[plot.cadence];
  if (period === undefined) return { start: monthsAgo(due, months), due_day: String(dateOf(due)) };
  const since = daysBetween(addMonths(due, -months), due);
  return { start: addDays(due, -Math.floor(since / period) * period), due_day };
}

/** The cadences that are counted in days. */
const periods: Partial<Record<Plot["cadence"], number>> = { daily: 1, weekly: 7, biweekly: 14 };

/** The first of the month so many months before that of `day`. */
function monthsAgo(day: Day, months: number): Day {
  return addMonths(addDays(day, 1 - dateOf(day)), -months);
}

function onWeekday(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}
