import type { Schedule } from "../actions/due/schedule.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import { type Day, daysBetween } from "../domain/days/calendar.ts";
import { renderCycles } from "./cycles.ts";
import type { Style } from "./style.ts";
import { totalsText } from "./totals.ts";

/** What is overdue and what is due as one table, each under its title, with what remains of each at the end. */
export function renderSchedule(due: Schedule, today: Day, style: Style): string {
  const overdue = due.overdue ?? [];
  const window = windowOf(due, today);
  if (overdue.length === 0 && due.cycles.length === 0) return `${window}: nothing is due.`;
  const blocks = [
    ...(overdue.length === 0 ? [] : [{ title: style.bad("Overdue"), cycles: overdue }]),
    ...(due.cycles.length === 0 ? [] : [{ title: style.bold(window), cycles: due.cycles }]),
  ];
  return [
    renderCycles(blocks, style),
    ...(overdue.length === 0 ? [] : [`Overdue: ${totalsText(due.overdue_remaining)}\n`]),
    `${window}: ${due.cycles.length === 0 ? "nothing is due" : totalsText(due.remaining)}\n`,
  ].join("");
}

/** What is overdue as a table under its title, with what remains; nothing where nothing is. */
export function renderOverdue({ overdue, overdue_remaining }: Schedule, style: Style): string {
  const cycles: readonly ScheduledPayment[] = overdue ?? [];
  if (cycles.length === 0) return "";
  const table = renderCycles([{ title: style.bad("Overdue"), cycles }], style);
  return `${table}Overdue: ${totalsText(overdue_remaining)}\n\n`;
}

/** `Next 30 days`, or the days of a span that was said. */
function windowOf({ span, overdue }: Schedule, today: Day): string {
  const { from, to } = span;
  if (overdue === null || from !== today) return `${from} to ${to}`;
  return to === today ? "Today" : `Next ${daysBetween(from, to)} days`;
}
