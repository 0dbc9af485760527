import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A program to measure: what Node is called with. */
export type Program = readonly string[];

/** The least a process of Node costs. */
export const nothing: Program = ["-e", "0"];

/** By what a process is timed: the clock on the wall, or on a busy machine the time it had a processor for itself. */
export type Clock = "wall" | "cpu";

/**
 * How many times as long one program takes as another: whole processes, one after the other in turn so that what else
 * the machine does strikes both, by their medians. Each makes the nth, so that a change can be another each time.
 */
export function ratioOf(
  program: (nth: number) => Program,
  base: (nth: number) => Program,
  runs: number,
  clock: Clock,
): number {
  const times = Array.from({ length: runs + warmUps }, (_, nth) => ({
    base: millisecondsOf(base(nth), clock),
    own: millisecondsOf(program(nth), clock),
  })).slice(warmUps);
  return median(times.map(({ own }) => own)) / median(times.map((each) => each.base));
}

const warmUps = 2;

/** How many MiB more one program needs at its peak than another, by their medians. */
export function extraMemory(
  program: (nth: number) => Program,
  base: (nth: number) => Program,
  runs: number,
): number {
  const extras = Array.from(
    { length: runs },
    (_, nth) => costOf(program(nth)).peak_kib - costOf(base(nth)).peak_kib,
  );
  return median(extras) / 1024;
}

function millisecondsOf(program: Program, clock: Clock): number {
  if (clock === "cpu") return costOf(program).cpu_ms;
  const start = performance.now();
  run(program, {});
  return performance.now() - start;
}

interface Cost {
  readonly peak_kib: number;
  readonly cpu_ms: number;
}

function costOf(program: Program): Cost {
  const folder = mkdtempSync(join(tmpdir(), "valhalla-cost-"));
  const file = join(folder, "cost.json");
  run(["--require", resolve("test/bench/cost.cjs"), ...program], { VALHALLA_BENCH_COST: file });
  const cost: Cost = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  return cost;
}

/** What is compiled is kept apart from the user's own; the first runs, which warm up, fill it. */
const caches = join(tmpdir(), "valhalla-bench-caches");

/** Certificates and options of the surroundings would be paid by both, and flatter every ratio. */
function run(program: Program, env: Readonly<Record<string, string>>): void {
  const { NODE_OPTIONS: _options, NODE_EXTRA_CA_CERTS: _certificates, ...usual } = process.env;
  const { status, stderr, error } = spawnSync(process.execPath, program, {
    env: { ...usual, XDG_CACHE_HOME: caches, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 30,
  });
  if (status === 0) return;
  throw new Error(`node ${program.join(" ")} ended with ${status}: ${error ?? String(stderr)}`);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
