import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import { counted } from "../domain/words/counted.ts";
import { narrow } from "./narrow.ts";
import { expectedText } from "./price.ts";
import { paintStatus, statusText } from "./status.ts";
import type { Column, Style } from "./style.ts";

/** Some cycles, under a title where there is one. */
export interface CycleBlock {
  readonly title: string | null;
  readonly cycles: readonly ScheduledPayment[];
}

/**
 * Blocks of cycles as one table, so that the columns of all stand under each other. A column is there only where it says
 * something: what remains, where that is not the amount; the cycle, where its name is not its date.
 */
export function renderCycles(
  blocks: readonly CycleBlock[],
  style: Style,
  { hasNames } = { hasNames: true },
): string {
  const cycles = blocks.flatMap((block) => block.cycles);
  const columns = cycleColumns(currencyOfAll(cycles, style), hasNames, style).filter(({ cell }) =>
    cycles.some((cycle) => cell(cycle) !== ""),
  );
  const rows = blocks.flatMap(({ title, cycles: own }) => [
    ...(title === null ? [] : [title]),
    ...own.map((cycle) => columns.map(({ cell }) => cell(cycle))),
  ]);
  return style.table(columns, rows);
}

interface CycleColumn extends Column {
  readonly cell: (cycle: ScheduledPayment) => string;
}

function cycleColumns(currency: string | null, hasNames: boolean, style: Style): CycleColumn[] {
  const name: CycleColumn = { title: "Name", shrinkTo: 12, cell: (cycle) => cycle.name };
  return [
    { title: "Date", cell: ({ date }) => style.day(date) },
    { title: "When", isOptional: true, cell: (cycle) => whenText(cycle, style) },
    ...(hasNames ? [name] : []),
    {
      title: currency ?? "Amount",
      align: "right",
      cell: (cycle) => {
        const text = expectedText(cycle, currency === null);
        return style.columns < narrow ? text.replace("about ", "~") : text;
      },
    },
    { title: "Remaining", align: "right", isOptional: true, cell: remainingText },
    {
      title: "Status",
      cell: ({ status }) => statusText(status, style),
      paint: (text) => paintStatus(text, style),
    },
    {
      title: "Cycle",
      isOptional: true,
      cell: ({ cycle, date }) => (cycle === date ? "" : style.day(cycle)),
    },
  ];
}

/** On a terminal a currency that all amounts have is told once, over them. */
function currencyOfAll(cycles: readonly ScheduledPayment[], style: Style): string | null {
  const [currency = null, ...others] = new Set(cycles.map((cycle) => cycle.currency));
  return style.isTerminal && others.length === 0 ? currency : null;
}

function whenText({ days_late, date }: ScheduledPayment, style: Style): string {
  return days_late > 0 ? `${counted(days_late, "day")} late` : style.distance(date);
}

function remainingText({ amount_minor, remaining, remaining_minor }: ScheduledPayment): string {
  return remaining_minor === 0 || remaining_minor === amount_minor ? "" : remaining;
}
