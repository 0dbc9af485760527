import { cyclesFrom, termOf } from "../cycles/cycle.ts";
import { standeeOf, type View } from "../cycles/settle.ts";
import { type Day, dayOfEpoch, earlier, monthNumber } from "../days/calendar.ts";
import { parseDueDay, parsePositions } from "../days/due-day.ts";
import { holidaysOf } from "../days/holidays.ts";
import { dayInMonth } from "../days/month-position.ts";
import type { Payment } from "../registry/payment.ts";
import type { PaymentPatch } from "./edit-payment.ts";

/**
 * The day from which on an edit holds where the user did not say: today, but a new due day begins with the period of the
 * next cycle that is not settled, so that no period is due twice and none is left out. A period whose new due day has
 * passed keeps the old one.
 */
export function beginOfEdit(payment: Payment, patch: PaymentPatch, view: View): Day {
  if (patch.due_day == null || patch.start != null || patch.cadence !== undefined)
    return view.today;
  const term = termOf(payment, view.today);
  const place = parseDueDay(patch.due_day, term.cadence);
  const [position, second] = parsePositions(place);
  if (position === undefined || second !== undefined) return view.today;
  for (const name of unsettledFrom(payment, view)) {
    const holidays = holidaysOf(term.calendar, view.policy.calendars);
    const moved = dayOfEpoch(dayInMonth(position, monthNumber(name), holidays));
    if (moved >= view.today) return earlier(name, moved);
  }
  return view.today;
}

/** The names of the unsettled cycles that come, in order. */
function* unsettledFrom(payment: Payment, view: View): Generator<Day> {
  for (const cycle of cyclesFrom(payment, view.today, view.policy)) {
    if (!standeeOf(payment, cycle, view).standing.isSettled) yield cycle.name;
  }
}
