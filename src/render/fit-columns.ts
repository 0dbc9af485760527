import type { Column } from "./style.ts";
import { textWidth } from "./text-width.ts";

/** A column that has a place in the table, and how wide it is there. */
export interface Fitted {
  /** Which of the columns it is. */
  readonly index: number;
  readonly column: Column;
  readonly width: number;
}

/**
 * Fits columns into a terminal: each as wide as its text; where that is too much the widest is shortened first, never under
 * its `shrinkTo`; then optional columns go, the last one first; then those that may be shortened are, however short they get.
 */
export function fitColumns(
  columns: readonly Column[],
  lines: readonly (readonly string[])[],
  width: number,
): Fitted[] {
  let fitted = columns.map((column, index) => ({
    index,
    column,
    width: lines.reduce((widest, line) => Math.max(widest, textWidth(line[index] ?? "")), 0),
  }));
  const least = ({ column, width: own }: Fitted): number => column.shrinkTo ?? own;
  for (;;) {
    const shrunk = shrink(fitted, least, width);
    const dropped = fitted.findLast(({ column }) => column.isOptional === true);
    if (isFitting(shrunk, width)) return shrunk;
    if (dropped === undefined) return shrink(shrunk, lastResort, width);
    fitted = fitted.filter((each) => each !== dropped);
  }
}

/** What was never to be cut is not cut now either: days, amounts, ids; of a text something must be left. */
function lastResort({ column, width }: Fitted): number {
  return column.shrinkTo === undefined ? width : 3;
}

function shrink(fitted: Fitted[], least: (one: Fitted) => number, width: number): Fitted[] {
  const widths = fitted.map((one) => one.width);
  const floors = fitted.map(least);
  const slack = (at: number): number => (widths[at] ?? 0) - (floors[at] ?? 0);
  for (let over = lineWidth(widths) - width; over > 0; over--) {
    const wide = widths.reduce((best, _, at) => (slack(at) > slack(best) ? at : best), 0);
    if (slack(wide) <= 0) break;
    widths[wide] = (widths[wide] ?? 0) - 1;
  }
  return fitted.map((one, at) => ({ ...one, width: widths[at] ?? 0 }));
}

function isFitting(fitted: readonly Fitted[], width: number): boolean {
  return lineWidth(fitted.map((one) => one.width)) <= width;
}

/** A line of the table, with two blanks between its cells. */
function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1));
}
