import { cleanText } from "./clean-text.ts";
import type { Column, Row } from "./style.ts";
import { textWidth } from "./text-width.ts";

/** A table as text: titles, then a row a line, columns two spaces apart, nothing cut. */
export function plainTable(columns: readonly Column[], rows: readonly Row[]): string {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => (typeof row === "string" ? row : row.map(cleanText)));
  const widths = columns.map((_, index) =>
    [titles, ...cells].reduce(
      (widest, row) =>
        typeof row === "string" ? widest : Math.max(widest, textWidth(row[index] ?? "")),
      0,
    ),
  );
  const spell = (row: readonly string[], isTitle: boolean): string =>
    columns
      .map(({ align, paint }, index) => {
        const cell = row[index] ?? "";
        const gap = " ".repeat((widths[index] ?? 0) - textWidth(cell));
        const text = isTitle ? cell : (paint?.(cell) ?? cell);
        return align === "right" ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd();
  const lines = cells.map((row) => (typeof row === "string" ? row : spell(row, false)));
  return [spell(titles, true), ...lines].map((line) => `${line}\n`).join("");
}
