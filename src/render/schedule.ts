import type { Schedule } from "../actions/due/schedule.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import type { Total } from "../domain/money/total.ts";
import { moneyText } from "./money.ts";
import { paintStatus } from "./status.ts";
import type { Column, Style } from "./style.ts";

/** The cycles as a table, with what remains to be paid, per currency, under it. */
export function renderSchedule({ cycles, remaining }: Schedule, style: Style): string {
  if (cycles.length === 0) return "Nothing is due.";
  return `${cycleTable(cycles, style, true)}${remainingText(remaining)}`;
}

/** The cycles of one payment as a table. */
export function renderCycles(cycles: readonly ScheduledPayment[], style: Style): string {
  return cycleTable(cycles, style, false);
}

/** A cycle is named only where its name is not its date, and the column only where there is such a one. */
function cycleTable(cycles: readonly ScheduledPayment[], style: Style, hasNames: boolean): string {
  const hasShifted = cycles.some(({ cycle, date }) => cycle !== date);
  const columns: Column[] = [
    { title: "Date" },
    ...(style.isTerminal ? [{ title: "When", isOptional: true as const }] : []),
    ...(hasNames ? [{ title: "Name", shrinkTo: 12 }] : []),
    { title: "Amount", align: "right" },
    { title: "Remaining", align: "right" },
    { title: "Status", paint: (text) => paintStatus(text, style) },
    ...(hasShifted ? [{ title: "Cycle" }] : []),
  ];
  const rows = cycles.map((cycle) => [
    cycle.date,
    ...(style.isTerminal ? [style.distance(cycle.date)] : []),
    ...(hasNames ? [cycle.name] : []),
    moneyText(cycle),
    cycle.remaining,
    cycle.status,
    ...(hasShifted ? [cycle.cycle === cycle.date ? "" : cycle.cycle] : []),
  ]);
  return style.table(columns, rows);
}

/** `Remaining: 2150.00 CAD, 16.99 USD (23.28 CAD at 1.37)` */
function remainingText(totals: readonly Total[]): string {
  const texts = totals.map((total) =>
    total.converted === null
      ? moneyText(total)
      : `${moneyText(total)} (${moneyText(total.converted)} at ${total.converted.rate})`,
  );
  return `Remaining: ${texts.join(", ")}`;
}
