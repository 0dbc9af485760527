import type { Schedule } from "../actions/due/schedule.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import {
  type Day,
  dateOf,
  daysInMonth,
  monthName,
  monthOf,
  monthsBetween,
  weekdayOf,
  yearOf,
} from "../domain/days/calendar.ts";
import { cleanText } from "./clean-text.ts";
import { hangingText } from "./hanging-text.ts";
import { expectedText } from "./price.ts";
import { renderOverdue } from "./schedule.ts";
import { paintStatus } from "./status.ts";
import type { Style } from "./style.ts";

/** What is overdue, then a page for each month of the span: its weeks, with a mark on the days something is due, and what it is. */
export function renderCalendar(due: Schedule, style: Style): string {
  const { cycles, span } = due;
  const pages = monthsBetween(span.from, span.to)
    .map((month) =>
      page(
        `${month}-01` as Day,
        cycles.filter(({ date }) => monthName(date) === month),
        style,
      ),
    )
    .join("\n");
  return renderOverdue(due, style) + pages;
}

function page(first: Day, cycles: readonly ScheduledPayment[], style: Style): string {
  const due = new Set(cycles.map(({ date }) => dateOf(date)));
  const lines = weeksOf(first).map((week) =>
    week
      .map((date) => cell(date, date !== null && due.has(date), style))
      .join(" ")
      .trimEnd(),
  );
  const listed = cycles.map((cycle) => {
    const what = `${cleanText(cycle.name)}  ${expectedText(cycle)}  ${cycle.status}`;
    const hung = hangingText(what, 6, style).slice(0, -cycle.status.length);
    return `  ${cycle.date.slice(8)}  ${hung}${paintStatus(cycle.status, style)}`;
  });
  return [
    style.bold(first.slice(0, 7)),
    "Mo  Tu  We  Th  Fr  Sa  Su",
    ...lines,
    ...listed,
    "",
  ].join("\n");
}

/** The dates of a month in rows of seven, Monday first; null before the first and after the last. */
function weeksOf(first: Day): (number | null)[][] {
  const length = daysInMonth(yearOf(first), monthOf(first));
  const blanks: null[] = Array(weekdayOf(first) - 1).fill(null);
  const dates = [...blanks, ...Array.from({ length }, (_, index) => index + 1)];
  const weeks: (number | null)[][] = [];
  for (let start = 0; start < dates.length; start += 7) weeks.push(dates.slice(start, start + 7));
  return weeks;
}

function cell(date: number | null, isDue: boolean, style: Style): string {
  const text = date === null ? "  " : String(date).padStart(2);
  return isDue ? style.bold(`${text}*`) : `${text} `;
}
