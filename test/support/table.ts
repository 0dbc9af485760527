/**
 * Reads a table written as text: a row a line, bars between cells, column names on the first line.
 * An empty cell is the empty string; blank lines and lines of dashes are passed over. A row that has not
 * as many cells as there are names is a mistake in the table and throws.
 */
export function table<Column extends string>(text: string): Record<Column, string>[] {
  const [names = [], ...rows] = text
    .trim()
    .split("\n")
    .filter((line) => /[^\s|-]/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`a ragged row: ${row.join(" | ")}`);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
  }) as Record<Column, string>[];
}
