import { Chalk } from "chalk";
import Table from "cli-table3";
import type { Sink } from "../context.ts";
import type { Day } from "../domain/days/calendar.ts";
import { cleanText } from "./clean-text.ts";
import { cutText } from "./cut-text.ts";
import { dayDistance } from "./day-distance.ts";
import { fitColumns } from "./fit-columns.ts";
import { plainTable } from "./plain-table.ts";
import type { Column, Style } from "./style.ts";
import { textWidth } from "./text-width.ts";

/** The style of a terminal: colours where they are wanted, tables with lines that fit its width. */
export function terminalStyle(sink: Sink, today: () => Day): Style {
  const chalk = new Chalk({ level: sink.color ? 1 : 0 });
  return {
    columns: sink.columns,
    isTerminal: sink.isTerminal,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    distance: (day) => (sink.isTerminal ? dayDistance(day, today()) : ""),
    table: (columns, rows) =>
      sink.isTerminal
        ? linedTable(columns, rows, sink.columns, (title) => chalk.bold(title))
        : plainTable(columns, rows),
  };
}

/** Stands for a column of text while the table is laid out. */
const filler = "\ue000";

/**
 * cli-table3 misjudges the width of newer emoji and of many combining marks, so it lays out fillers of the right
 * width, and the text is put in their place afterwards.
 */
function linedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  titled: (title: string) => string,
): string {
  const titles = columns.map(({ title }) => title);
  const lines = [titles, ...rows.map((row) => columns.map((_, at) => cleanText(row[at] ?? "")))];
  const fitted = fitColumns(columns, lines, width);
  const table = new Table({
    style: { head: [], border: [] },
    colAligns: fitted.map(({ column }) => column.align ?? "left"),
  });
  const texts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const cells = fitted.map((one) => cutText(line[one.index] ?? "", one.width));
    table.push(cells.map((cell) => filler.repeat(textWidth(cell))));
    cells.forEach((cell, place) => {
      const paint = at === 0 ? titled : fitted[place]?.column.paint;
      if (textWidth(cell) > 0) texts.push(paint?.(cell) ?? cell);
    });
  }
  const next = texts[Symbol.iterator]();
  const ruled = withoutInnerRules(table.toString());
  return `${ruled.replace(/\ue000+/g, () => next.next().value ?? "")}\n`;
}

/** Keeps the rule under the titles and drops those between rows. */
function withoutInnerRules(text: string): string {
  return text
    .split("\n")
    .filter((line, index) => index < 3 || !line.startsWith("├"))
    .join("\n");
}
