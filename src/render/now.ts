import type { Now } from "../actions/due/now.ts";
import type { Schedule } from "../actions/due/schedule.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { counted } from "../domain/words/counted.ts";
import { beginText } from "./begin-text.ts";
import { cleanText } from "./clean-text.ts";
import { hangingText } from "./hanging-text.ts";
import { expectedText } from "./price.ts";
import type { Style } from "./style.ts";
import { totalsText } from "./totals.ts";

/** What is owed now, each with the command that settles it; how to begin where there are no books. */
export function renderNow({ begun, due }: Now, style: Style): string {
  if (!begun) return beginText;
  const ahead = due.cycles.filter(({ remaining_minor }) => remaining_minor > 0);
  const sections = [
    ...section(style.bad("Overdue"), due.overdue ?? [], due.overdue_remaining, style),
    ...section(style.bold("Within a week"), ahead, due.remaining, style),
  ];
  const lines = sections.length === 0 ? ["Nothing is owed within a week."] : sections;
  return [...lines, "", "More: valhalla schedule, valhalla reconcile, valhalla --help"].join("\n");
}

/** More than this would not stay on a screen. */
const mostShown = 8;

function section(
  title: string,
  cycles: readonly ScheduledPayment[],
  sum: Schedule["remaining"],
  style: Style,
): string[] {
  if (cycles.length === 0) return [];
  const rest = cycles.length - mostShown;
  return [
    `${title}: ${totalsText(sum)}`,
    ...cycles.slice(0, mostShown).flatMap((cycle) => cycleLines(cycle, style)),
    ...(rest > 0 ? [`  and ${rest} more: valhalla schedule`] : []),
  ];
}

function amountText(cycle: ScheduledPayment): string {
  const { amount_minor, remaining, remaining_minor, currency } = cycle;
  return remaining_minor === amount_minor
    ? expectedText(cycle)
    : `${remaining} ${currency} of ${expectedText(cycle, false)}`;
}

function cycleLines(cycle: ScheduledPayment, style: Style): string[] {
  const { date, days_late, payment_id, name } = cycle;
  const when = days_late > 0 ? `${counted(days_late, "day")} late` : style.distance(date);
  const told = [style.day(date), when, cleanText(name), amountText(cycle)];
  const address = addressOf({ id: payment_id, name });
  return [
    `  ${hangingText(told.filter((each) => each !== "").join("  "), 6, style)}`,
    `      valhalla confirm ${address} --cycle ${cycle.cycle}`,
  ];
}
