import { hledger, type Task } from "./hledger.ts";
import type { Recipe } from "./household.ts";
import {
  type Clock,
  extraMemory,
  type Figure,
  nothing,
  ratioOf,
  type Subject,
} from "./measurement.ts";
import { confirming, importing, namesOf, reading, typing } from "./subjects.ts";

/** One thing that is measured, and what its figure should be. */
export interface Row {
  readonly name: string;
  readonly unit: "times" | "MiB" | "times ahead";
  readonly target: Promised;
  readonly goal: Promised;
  readonly measure: (runs: number, clock: Clock) => Figure;
}

/** A figure, or null where nothing was promised. */
type Promised = number | null;

/** A command that a household calls every day, and what it may take at most against Node doing nothing. */
interface Command {
  readonly name: string;
  readonly target: number;
  readonly goal: number;
  /** In MiB. */
  readonly memory: readonly [target: number, goal: number];
  readonly on: (home: Recipe) => Subject;
}

const long: Recipe = { payments: 100, months: 120, past: "paid", confirmations: 200_000 };
/** It is as dense as ten years are, so that a question of the last month has as much to read. */
const fiftyYears: Recipe = { ...long, months: 600, confirmations: 1_000_000 };
/** It has the same cycles open, and began lately: ten years without a confirmation would all be in arrears. */
const young: Recipe = { payments: 100, months: 2, past: "skipped", confirmations: 0 };
const many: Recipe = { payments: 10_000, months: 120, past: "new", confirmations: 0 };

const commands: readonly Command[] = [
  reads("schedule --days 30", 1.4, 1.25),
  {
    ...reads("show", 1.5, 1.3),
    on: (home) => reading(home, "show", namesOf(home, "later")[0] ?? ""),
  },
  reads("audit", 1.35, 1.3),
  reads("tick", 1.45, 1.3),
  { ...reads("reconcile --days 30", 1.6, 1.45), memory: [15, 8] },
  reads("cashflow", 1.6, 1.45),
  reads("board", 1.6, 1.45),
  confirms("in its window", (home) => confirming(home, "due")),
  confirms("in arrears", (home) => confirming(home, "arrears")),
  confirms("early", (home) => confirming(home, "later", { flags: ["--early"] })),
  confirms("refused", (home) => confirming(home, "later", { exit: 1 })),
];

/** Everything that is measured, in the order of the targets. */
export const rows: readonly Row[] = [
  times("--version", 1.1, 1.05, () => typing("--version")),
  times("--help", 1.15, 1.1, () => typing("--help")),
  times("confirm --help", 1.2, 1.15, () => typing("confirm", "--help")),
  ...commands.map(({ name, target, goal, on }) => times(name, target, goal, () => on(long))),
  ...commands.map(({ name, on }) => growth(`200k: ${name}`, 1.1, 1.03, long, on)),
  readsMany("schedule --days 30", 5, 4),
  readsMany("schedule --days 365", 10, 8),
  times("10k payments: confirm", 2, 1.6, () => confirming(many, "due")),
  readsMany("list", 8, 5),
  readsMany("reconcile --days 30", 10, 6),
  readsMany("tick", 5, 4),
  slow(times("200k: export", 22, null, () => reading(long, "export"))),
  slow(times("200k: import", null, null, () => importing(long))),
  slow(memory("200k: export", 60, null, () => reading(long, "export"))),
  slow(memory("200k: import", 150, null, () => importing(long))),
  ahead("list", 120, 180, () => reading(long, "list")),
  ahead("record", 120, 200, () => confirming(long, "arrears")),
  ahead("report", 80, 130, () => reading(long, "reconcile", "--days", "30")),
  ahead("export", 30, 45, () => reading(long, "export")),
  ...commands.map(({ name, on, ...command }) => memory(name, ...command.memory, () => on(long))),
];

/** What is measured on request: a million confirmations, of fifty years. */
export const millionRows: readonly Row[] = [
  ...commands.map(({ name, on }) => growth(`1M: ${name}`, 1.15, 1.05, fiftyYears, on)),
  slow(memory("1M: export", 60, null, () => reading(fiftyYears, "export"))),
  slow(memory("1M: import", 150, null, () => importing(fiftyYears))),
];

function reads(line: string, target: number, goal: number): Command {
  const on = (home: Recipe) => reading(home, ...line.split(" "));
  return { name: line, target, goal, memory: [8, 4], on };
}

function confirms(how: string, on: Command["on"]): Command {
  return { name: `confirm ${how}`, target: 1.6, goal: 1.4, memory: [8, 4], on };
}

function readsMany(line: string, target: number, goal: number): Row {
  return times(`10k payments: ${line}`, target, goal, () => reading(many, ...line.split(" ")));
}

/** How many times as long as Node doing nothing. */
function times(name: string, target: Promised, goal: Promised, subject: () => Subject): Row {
  const measure: Row["measure"] = (runs, clock) => ratioOf(subject(), nothing, runs, clock);
  return { name, target, goal, unit: "times", measure };
}

/** How many times as long as in a home without a history. */
function growth(name: string, target: number, goal: number, home: Recipe, on: Command["on"]): Row {
  const measure: Row["measure"] = (runs, clock) => ratioOf(on(home), on(young), runs, clock);
  return { name: `growth to ${name}`, target, goal, unit: "times", measure };
}

/** How much more memory than Node doing nothing. */
function memory(name: string, target: Promised, goal: Promised, subject: () => Subject): Row {
  const measure = (runs: number) => extraMemory(subject(), runs);
  return { name: `memory of ${name}`, target, goal, unit: "MiB", measure };
}

/** How many times the processor time hledger takes for what comes nearest to it. */
function ahead(task: Task, target: number, goal: number, subject: () => Subject): Row {
  const measure = (runs: number) => ratioOf(hledger(long, task), subject(), runs, "cpu");
  return slow({ name: `ahead of hledger: ${task}`, target, goal, unit: "times ahead", measure });
}

/** A row whose program takes so long that a third of the runs tells as much. */
function slow(row: Row): Row {
  return { ...row, measure: (runs, clock) => row.measure(Math.ceil(runs / 3), clock) };
}
