import type { Sink } from "../context.ts";
import type { Day } from "../domain/days/calendar.ts";
import { plainTable } from "./plain-table.ts";

/** What a text is printed with: the words of emphasis and the shape of tables. */
export interface Style {
  readonly columns: number;
  readonly isTerminal: boolean;
  /** Says one word louder. */
  bold(text: string): string;
  /** Says it quieter. */
  dim(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
  /** A day: `Sun Mar 1` on a terminal, or in full where it is of another year; `2026-03-01` when nobody is looking. */
  day(day: Day): string;
  /** How far a day is from today (`in 5 days`); nothing when nobody is looking. */
  distance(day: Day): string;
  table(columns: readonly Column[], rows: readonly Row[]): string;
}

/** The cells of a row, or a line of its own between rows, which is printed as it is. */
export type Row = readonly string[] | string;

/** One column of a table. Amounts stand right. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** How far it may be shortened, in columns of the terminal, before others go; never at all when left out. */
  readonly shrinkTo?: number;
  /** Whether it goes where a terminal is too narrow for all; piped, every column is there. */
  readonly isOptional?: true;
  /** Gives a cell its colour, once it has its place. */
  readonly paint?: (text: string) => string;
}

/** The style of a stream: bare text when nobody is looking, colours and fitted tables on a terminal. */
export async function styleFor(sink: Sink, today: () => Day): Promise<Style> {
  if (!sink.isTerminal && !sink.color) return plainStyle;
  const { terminalStyle } = await import("./terminal-style.ts");
  return terminalStyle(sink, today);
}

const asIs = (text: string): string => text;

/** No colour, no lines, no escapes. */
export const plainStyle: Style = {
  columns: 80,
  isTerminal: false,
  bold: asIs,
  dim: asIs,
  good: asIs,
  warn: asIs,
  bad: asIs,
  day: (day) => day,
  distance: () => "",
  table: plainTable,
};
