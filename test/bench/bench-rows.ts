import { benchName } from "./bench-plots.ts";
import { type Clock, extraMemory, nothing, ratioOf } from "./measure.ts";
import { confirming, type Programs, reading, type Size, typing } from "./programs.ts";

/** One thing that is measured, and how much it may be. */
export interface Row {
  readonly name: string;
  readonly most: number;
  readonly unit: "times" | "MiB";
  /** Measures it by so many runs; memory has no use for the clock. */
  readonly measure: (runs: number, clock: Clock) => number;
}

const household = (confirmations: number): Size => ({ payments: 100, confirmations });
const long = household(200_000);
const large: Size = { payments: 10_000, confirmations: 0 };
const empty: Programs = { nth: () => nothing, close: () => {} };

const schedule = ["schedule", "--days", "30"];
const reconcile = ["reconcile", "--days", "30"];
const show = ["show", benchName(1)];

/** Everything that is measured: against Node doing nothing, against a home without a history, and in memory. */
export const rows: readonly Row[] = [
  times("--version", 1.1, () => typing("--version")),
  times("--help", 1.15, () => typing("--help")),
  times("schedule --help", 1.2, () => typing("schedule", "--help")),
  times("schedule --days 30", 1.3, () => reading(long, ...schedule)),
  times("show", 1.3, () => reading(long, ...show)),
  times("audit", 1.3, () => reading(long, "audit")),
  times("audit, an import of 200,000 in sight", 1.3, () =>
    reading(long, "audit", "--limit", "125"),
  ),
  times("confirm", 1.45, () => confirming(long)),
  times("reconcile --days 30", 1.8, () => reading(long, ...reconcile)),
  growth("schedule", 1.05, 0, (size) => reading(size, ...schedule)),
  growth("show", 1.05, 0, (size) => reading(size, ...show)),
  growth("audit", 1.05, 0, (size) => reading(size, "audit")),
  growth("confirm", 1.05, 0, confirming),
  growth("reconcile", 1.05, 0, (size) => reading(size, ...reconcile)),
  growth("reconcile", 1.5, 10_000, (size) => reading(size, ...reconcile)),
  times("10,000 payments: schedule --days 30", 4, () => reading(large, ...schedule)),
  times(
    "10,000 payments: schedule --days 365",
    8,
    () => reading(large, "schedule", "--days", "365"),
    3,
  ),
  times("10,000 payments: confirm", 1.6, () => confirming(large)),
  times("export", 33, () => reading(long, "export"), 5),
  memory("schedule --days 30", 6, () => reading(long, ...schedule)),
  memory("show", 6, () => reading(long, ...show)),
  memory("confirm", 6, () => confirming(long)),
  memory("reconcile --days 30", 15, () => reading(long, ...reconcile)),
  memory("export", 60, () => reading(long, "export"), 5),
];

/** `fewer` is by how many times fewer runs tell as much, where one takes long. */
function times(name: string, most: number, programs: () => Programs, fewer = 1): Row {
  return {
    name,
    most,
    unit: "times",
    measure: (runs, clock) => compare(programs(), empty, runs / fewer, clock),
  };
}

function growth(name: string, most: number, less: number, programs: (size: Size) => Programs): Row {
  return {
    name: `${name}, 200,000 confirmations against ${less.toLocaleString("en")}`,
    most,
    unit: "times",
    measure: (runs, clock) => compare(programs(long), programs(household(less)), runs, clock),
  };
}

function memory(name: string, most: number, programs: () => Programs, fewer = 1): Row {
  return {
    name: `memory of ${name}`,
    most,
    unit: "MiB",
    measure: (runs) => {
      const { nth, close } = programs();
      try {
        return extraMemory(nth, () => nothing, Math.ceil(runs / fewer / 2));
      } finally {
        close();
      }
    },
  };
}

function compare(own: Programs, base: Programs, runs: number, clock: Clock): number {
  try {
    return ratioOf(own.nth, base.nth, Math.ceil(runs), clock);
  } finally {
    own.close();
    base.close();
  }
}
