import { Chalk } from "chalk";
import Table from "cli-table3";
import type { Sink } from "../context.ts";
import { type Day, yearOf } from "../domain/days/calendar.ts";
import { cleanText } from "./clean-text.ts";
import { cutText } from "./cut-text.ts";
import { dayDistance } from "./day-distance.ts";
import { fitColumns } from "./fit-columns.ts";
import { plainTable } from "./plain-table.ts";
import type { Column, Row, Style } from "./style.ts";
import { textWidth } from "./text-width.ts";
import { weekdayText } from "./weekday-text.ts";

/** The style of a terminal: colours where they are wanted, tables that fit its width. */
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
    day: (day) => (sink.isTerminal && yearOf(day) === yearOf(today()) ? weekdayText(day) : day),
    distance: (day) => (sink.isTerminal ? dayDistance(day, today()) : ""),
    table: (columns, rows) =>
      sink.isTerminal
        ? fittedTable(columns, rows, sink.columns, (title) => chalk.bold(title))
        : plainTable(columns, rows),
  };
}

/** Stands for a column of text while the table is laid out. */
const filler = "\ue000";

/**
 * cli-table3 misjudges the width of newer emoji and of many combining marks, so it lays out fillers of the right
 * width, and the text is put in their place afterwards.
 */
function fittedTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  titled: (title: string) => string,
): string {
  const titles = columns.map(({ title }) => title);
  const lines = [titles, ...rows.filter((row) => typeof row !== "string").map(cleanCells)];
  const fitted = fitColumns(columns, lines, width);
  const table = new Table({
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    chars: bareLines,
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
  const laid = table.toString().replace(/\ue000+/g, () => next.next().value ?? "");
  return withLinesBetween(laid.split("\n"), rows);
}

const cleanCells = (cells: readonly string[]): string[] => cells.map(cleanText);

/** Columns two spaces apart, and no line anywhere. */
const bareLines = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
  middle: "  ",
};

/** Puts the lines that stand between rows where they belong; the first line holds the titles. */
function withLinesBetween([titles = "", ...laid]: readonly string[], rows: readonly Row[]): string {
  const cells = laid[Symbol.iterator]();
  const lines = rows.map((row) => (typeof row === "string" ? row : (cells.next().value ?? "")));
  return [titles, ...lines].map((line) => `${line.trimEnd()}\n`).join("");
}
