import { cleanText } from "./clean-text.ts";
import type { Column } from "./style.ts";
import { textWidth } from "./text-width.ts";

/** A table as bare text: titles, then a row a line, columns two spaces apart, nothing cut. */
export function plainTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cleanText))];
  const widths = columns.map((_, index) =>
    lines.reduce((widest, line) => Math.max(widest, textWidth(line[index] ?? "")), 0),
  );
  const spell = (line: readonly string[], at: number): string =>
    columns
      .map(({ align, paint }, index) => {
        const cell = line[index] ?? "";
        const gap = " ".repeat((widths[index] ?? 0) - textWidth(cell));
        const text = at === 0 ? cell : (paint?.(cell) ?? cell);
        return align === "right" ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd();
  return lines.map((line, at) => `${spell(line, at)}\n`).join("");
}
