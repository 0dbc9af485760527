import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What is compiled in this bench, apart from the user's own; the runs that warm up fill it. */
const caches = mkdtempSync(join(tmpdir(), "valhalla-bench-caches-"));
process.on("exit", () => rmSync(caches, { recursive: true, force: true }));

/** A program to measure: what is called, and the exit code with which it must end. */
export interface Program {
  readonly words: readonly string[];
  readonly exit: number;
}

/** A program for every run of a measurement. */
export interface Subject {
  readonly nth: (nth: number) => Program;
  /** Takes back what a run changed, outside the measured time. */
  readonly restore: () => void;
  /** Tidies up after all runs. */
  readonly close: () => void;
}

/** By what a program is timed: the clock on the wall, or the time it had a processor for itself. */
export type Clock = "wall" | "cpu";

/** What was measured. */
export interface Figure {
  readonly median: number;
  /** Between these two the middle half of the runs lie: far apart where the machine was busy with something else. */
  readonly low: number;
  readonly high: number;
}

/** The least that a process of Node costs. */
export const nothing: Subject = {
  nth: () => ({ words: [process.execPath, "-e", "0"], exit: 0 }),
  restore: () => {},
  close: () => {},
};

/**
 * How many times as long one subject takes as another: whole processes, one of each in turn, so that what else the
 * machine does strikes both; the ratio of their medians.
 */
export function ratioOf(own: Subject, base: Subject, runs: number, clock: Clock): Figure {
  const times = inTurn(own, base, runs, (program) => millisecondsOf(program, clock));
  return {
    ...spreadOf(times.map((each) => each.own / each.base)),
    median: middleOf(times.map((each) => each.own)) / middleOf(times.map((each) => each.base)),
  };
}

/** How many MiB more one subject, a program of Node, needs at its peak than Node doing nothing. */
export function extraMemory(own: Subject, runs: number): Figure {
  const peaks = inTurn(own, nothing, runs, peakOf);
  return spreadOf(peaks.map((each) => (each.own - each.base) / 1024));
}

const warmUps = 2;

function inTurn(own: Subject, base: Subject, runs: number, measure: (program: Program) => number) {
  const once = ({ nth, restore }: Subject, run: number): number => {
    const measured = measure(nth(run));
    restore();
    return measured;
  };
  try {
    const measured = Array.from({ length: runs + warmUps }, (_, run) => ({
      own: once(own, run),
      base: once(base, run),
    }));
    return measured.slice(warmUps);
  } finally {
    own.close();
    base.close();
  }
}

/** Runs a program, and gives what it wrote. Throws where it does not end as it must. */
export function run({ words, exit }: Program): Written {
  const [file = "", ...rest] = words;
  // Certificates and options of the surroundings would be paid by both, and flatter every ratio.
  const { NODE_OPTIONS: _options, NODE_EXTRA_CA_CERTS: _certificates, ...usual } = process.env;
  const env = { ...usual, XDG_CACHE_HOME: caches };
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const ended = spawnSync(file, rest, { env, stdio: [...stdio], maxBuffer: 1 << 30 });
  if (ended.status === exit) return { out: ended.stdout, err: ended.stderr };
  const complaint = String(ended.stderr).trim();
  const reason = ended.error?.message ?? /"message":"(.*?)"/.exec(complaint)?.[1] ?? complaint;
  throw new Error(`ended with ${ended.status}: ${reason}`);
}

interface Written {
  readonly out: Buffer;
  readonly err: Buffer;
}

function millisecondsOf(program: Program, clock: Clock): number {
  if (clock === "cpu") return processorMillisecondsOf(program);
  const start = performance.now();
  run(program);
  return performance.now() - start;
}

function processorMillisecondsOf({ words, exit }: Program): number {
  const timed = ["bash", "-c", 'TIMEFORMAT="%3U %3S"; time "$0" "$@"', ...words];
  const seconds = lastLine(run({ words: timed, exit }))
    .split(" ")
    .map(Number);
  return seconds.reduce((sum, each) => sum + each, 0) * 1000;
}

/** In KiB. */
function peakOf({ words: [node = "", ...rest], exit }: Program): number {
  return Number(lastLine(run({ words: [node, "--require", preload, ...rest], exit })));
}

const preload = resolve("test/bench/peak.cjs");

const lastLine = ({ err }: Written): string => String(err).trimEnd().split("\n").at(-1) ?? "";

function spreadOf(figures: readonly number[]): Figure {
  const sorted = [...figures].sort((one, other) => one - other);
  return {
    median: middleOf(sorted),
    low: sorted[Math.floor(sorted.length / 4)] ?? Number.NaN,
    high: sorted[Math.ceil((sorted.length * 3) / 4) - 1] ?? Number.NaN,
  };
}

function middleOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
