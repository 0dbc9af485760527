import { parseArgs } from "node:util";
import { rows } from "./bench-rows.ts";

/** Measures the built program row by row, and prints each beside the most it may be. */
export function bench(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: "string", default: "15" },
      only: { type: "string", default: "" },
      cpu: { type: "boolean", default: false },
    },
  });
  const runs = Number(values.runs);
  const chosen = rows.filter(({ name }) => name.includes(values.only));
  const width = Math.max(...chosen.map(({ name }) => name.length));
  process.stdout.write(`${"".padEnd(width)}  measured     most\n`);
  for (const { name, most, unit, measure } of chosen) {
    const measured = measure(runs, values.cpu ? "cpu" : "wall");
    const verdict = measured <= most ? "" : "  over";
    const figures = [measured, most].map((figure) => figure.toFixed(2).padStart(7)).join("  ");
    process.stdout.write(`${name.padEnd(width)}  ${figures} ${unit}${verdict}\n`);
  }
}
