import { parseArgs } from "node:util";
import type { Clock, Figure } from "./measurement.ts";
import { millionRows, type Row, rows } from "./rows.ts";

/** Measures the built program row by row, and prints each figure beside its target and its goal, with a verdict. */
export function bench(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: "string", default: "15" },
      only: { type: "string", default: "" },
      million: { type: "boolean", default: false },
      rows: { type: "boolean", default: false },
      cpu: { type: "boolean", default: false },
    },
  });
  const words = values.only.split(",");
  const chosen = [...rows, ...(values.million ? millionRows : [])].filter(({ name }) =>
    words.some((word) => name.includes(word)),
  );
  const width = Math.max(...chosen.map(({ name }) => name.length));
  const print = (name: string, cells: readonly string[], rest = ""): void => {
    const padded = cells.map((cell) => cell.padStart(8)).join("");
    process.stdout.write(`${name.padEnd(width)}${padded}  ${rest}`.trimEnd().concat("\n"));
  };
  const machine = `Node ${process.version}, ${process.platform} ${process.arch}`;
  process.stdout.write(`${machine}: medians of ${values.runs} runs\n`);
  print("", ["target", "goal", "median", "low", "high"]);
  for (const row of chosen) {
    const promised = [row.target, row.goal].map((figure) => figure?.toFixed(2) ?? "-");
    if (values.rows) print(row.name, promised, row.unit);
    else
      print(row.name, ...measured(row, promised, Number(values.runs), values.cpu ? "cpu" : "wall"));
  }
}

/** The cells of a row and its verdict; or, where it cannot be measured, why. */
function measured(row: Row, promised: string[], runs: number, clock: Clock): [string[], string] {
  try {
    const figure = row.measure(runs, clock);
    const cells = [figure.median, figure.low, figure.high].map((each) => each.toFixed(2));
    return [[...promised, ...cells], `${row.unit}  ${verdictOf(row, figure)}`];
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return [[...promised, "-", "-", "-"], `not measured: ${reason}`];
  }
}

function verdictOf({ target, goal, unit }: Row, { median }: Figure): string {
  const reaches = (figure: number): boolean =>
    unit === "times ahead" ? median >= figure : median <= figure;
  if (goal !== null && reaches(goal)) return "goal reached";
  if (target === null) return "";
  return reaches(target) ? "target reached" : "target missed";
}
