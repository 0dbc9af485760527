import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { type BuiltProgram, buildProgram } from "../support/built-program.ts";
import { testWorld } from "../support/test-world.ts";

/** What a system call that changes a file begins with, as strace prints it. */
const changing = ["openat", "write", "fsync", "rename", "mkdir", "rmdir", "unlink", "fchmod"];

const canTrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

/** A system call of the main thread: the nth of its name. */
interface Point {
  readonly call: string;
  readonly nth: number;
}

let program: BuiltProgram;
let books: string;
let trace: string;
let ids = 0;

beforeAll(() => {
  program = buildProgram();
  books = join(program.root, "books");
  trace = join(program.root, "trace");
  for (const line of [
    "add Hydro 150 --due-day 15 --start 2025-11-15",
    "add Rent 2000 --due-day 1 --start 2025-11-01",
    "confirm rent --cycle 2025-11-01 --on 2025-11-01",
  ]) {
    expect(program.run(["--home", books, ...line.split(" ")]).code).toBe(0);
  }
});

afterAll(() => program.remove());

describe.skipIf(!canTrace)("killed at any system call that changes a file (needs strace)", () => {
  test.each(["confirm hydro --ref 7", "add Gym 25 --due-day 3", "undo"])(
    "%s: before or after, what was acknowledged is there, and the next command works",
    async (line) => {
      const words = line.split(" ");
      const points = changingPoints(words);
      expect(points.length).toBeGreaterThan(15);
      const before = await stateOf(books);
      const after = await stateAfter(words);
      let deaths = 0;
      for (const point of points) {
        freshCopy();
        const { said, isDead } = killedAt(point, words);
        if (isDead) deaths += 1;
        const state = await stateOf(program.home);
        const where = `${point.call} ${point.nth}`;
        expect([before, after], where).toContain(state);
        if (said !== "") expect(state, where).toBe(after);
        const next = await here(program.home, ["confirm", "rent", "--cycle", "2025-12-01"]);
        expect(next, where).toMatchObject({ code: 0 });
        expect((await here(program.home, ["audit", "verify"])).code, where).toBe(0);
      }
      // Node's own threads are woken by a write now and then, so that a count can be missed.
      expect(deaths).toBeGreaterThan(points.length * 0.8);
    },
  );
});

/** The books as they were, for a user who has not run the program yet: what V8 compiles is kept in the same run. */
function freshCopy(): void {
  rmSync(program.home, { recursive: true, force: true });
  rmSync(program.caches, { recursive: true, force: true });
  cpSync(books, program.home, { recursive: true, preserveTimestamps: true });
}

async function stateAfter(words: readonly string[]): Promise<string> {
  freshCopy();
  expect(program.run(words).code).toBe(0);
  return stateOf(program.home);
}

/** What the books hold, without what differs from run to run. */
async function stateOf(home: string): Promise<string> {
  const { code, out } = await here(home, ["export"]);
  expect(code).toBe(0);
  return out.replace(/"(pay|pc)_\w{12}"/g, '"$1"').replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"then"');
}

/** Runs a command line in this process: what a killed one left is looked at hundreds of times. */
async function here(home: string, argv: readonly string[]): Promise<{ code: number; out: string }> {
  const { world, heard } = testWorld({
    ...{ folder: program.root, today: "2026-01-15", env: { VALHALLA_HOME: home } },
    nextNumber: () => ids++,
  });
  return { code: await main(argv, world), out: heard.out };
}

/** The calls of the main thread that change a file, from the first that names the home on. */
function changingPoints(words: readonly string[]): Point[] {
  freshCopy();
  expect(strace(["-e", `trace=${changing.join()}`], words).status).toBe(0);
  const lines = readFileSync(trace, "utf8").split("\n");
  const main = lines[0]?.split(" ")[0] ?? "";
  const counts = new Map<string, number>();
  const points: Point[] = [];
  let isAtHome = false;
  for (const line of lines.filter((each) => each.startsWith(`${main} `))) {
    const call = /^\d+ +(\w+)\(/.exec(line)?.[1];
    if (call === undefined) continue;
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    isAtHome ||= line.includes(program.home);
    const isReading = call === "openat" && !/O_WRONLY|O_RDWR|O_CREAT/.test(line);
    if (isAtHome && !isReading) points.push({ call, nth });
  }
  return points;
}

/** Kills the command as it makes the call, and answers what it had said on stdout. */
function killedAt({ call, nth }: Point, words: readonly string[]) {
  const inject = `inject=${call}:signal=KILL:when=${nth}`;
  const { stdout, signal } = strace(["-e", `trace=${call}`, "-e", inject], words);
  return { said: stdout, isDead: signal === "SIGKILL" };
}

/** One thread only may write, so that the count of its calls is the same in every run. */
function strace(options: readonly string[], words: readonly string[]) {
  return spawnSync(
    "strace",
    ["-f", "-o", trace, ...options, process.execPath, program.bin, ...words],
    {
      env: program.env({ UV_USE_IO_URING: "0", UV_THREADPOOL_SIZE: "1" }),
      encoding: "utf8",
    },
  );
}
