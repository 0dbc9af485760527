import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { type BuiltProgram, buildProgram, type Environment } from "../support/built-program.ts";

const isRoot = process.getuid?.() === 0;
const somebodyElse = 65_534;

let program: BuiltProgram;
let folder: string;

beforeAll(() => {
  program = buildProgram();
  folder = join(program.caches, "valhalla");
});

afterAll(() => program.remove());

beforeEach(() => rmSync(program.caches, { recursive: true, force: true }));

/** Runs the shortest command, which must do well whatever is wrong with the cache. */
function runWell(options?: { env: Environment; cwd?: string }): void {
  const ended = program.run(["--version"], options);
  expect(ended).toEqual({ code: 0, out: `${version}\n`, err: "" });
}

const namesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path).sort() : []);

/** The one file that is kept. */
function keptFile(): string {
  const [name = "none", ...others] = namesIn(folder);
  expect(others).toEqual([]);
  return join(folder, name);
}

/** What changes when a file is written anew: a cache that was not taken is replaced by the run that compiled instead. */
const stampOf = (path: string): string => {
  const { ino, mtimeMs } = lstatSync(path);
  return `${ino} ${mtimeMs}`;
};

function isTaken(path: string): boolean {
  const before = stampOf(path);
  runWell();
  return stampOf(path) === before;
}

describe("what V8 compiled", () => {
  test("is kept at the first run, for the user alone", () => {
    runWell();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(keptFile()).mode & 0o777).toBe(0o600);
    const { version: node, arch } = process;
    expect(keptFile()).toMatch(new RegExp(`/[0-9a-f]{16}-${node}-${arch}-start\\.cjs-run$`));
  });

  test("is taken by the next", () => {
    runWell();
    expect(isTaken(keptFile())).toBe(true);
  });

  test("is kept for each command, and for its help apart", () => {
    expect(program.run(["list"]).code).toBe(0);
    expect(program.run(["list", "--help"]).code).toBe(0);
    const kept = namesIn(folder).map((name) => name.split("-").slice(3).join("-"));
    expect(kept).toEqual(["commands-list.cjs-help", "commands-list.cjs-run"]);
  });

  test("is not kept of a run that failed", () => {
    expect(program.run(["show", "nothing"]).code).toBe(1);
    expect(namesIn(program.caches)).toEqual([]);
  });

  test("by another build is removed when something is kept; what is not ours stays", () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stale = ["0123456789abcdef-v20.0.0-x64-start.cjs-run", "fedcba9876543210-v1-x.cjs.77"];
    for (const name of [...stale, "notes.txt"]) writeFileSync(join(folder, name), "");
    runWell();
    expect(namesIn(folder)).toEqual([expect.stringContaining("-start.cjs-run"), "notes.txt"]);
  });

  test("is kept once by several first runs at the same time", async () => {
    const runs = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, [program.bin, "--version"], { env: program.env() });
      return new Promise((resolve) => child.on("close", resolve));
    });
    expect(new Set(await Promise.all(runs))).toEqual(new Set([0]));
    expect(isTaken(keptFile())).toBe(true);
  });
});

describe("a file that cannot be believed is not taken, and is replaced", () => {
  const changed = (path: string, at: (size: number) => number) => {
    const bytes = readFileSync(path);
    const index = at(bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ 4;
    writeFileSync(path, bytes);
  };
  const elsewhere = () => join(program.root, "elsewhere");
  const rows: [string, (path: string) => void][] = [
    ["empty", (path) => writeFileSync(path, "")],
    ["garbage", (path) => writeFileSync(path, "garbage, of an odd length")],
    ["the same garbage twice", (path) => writeFileSync(path, "garbage;garbage;")],
    ["cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, -1000))],
    ["one half", (path) => writeFileSync(path, readFileSync(path).subarray(0, 30_000))],
    ["zeros", (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    ["changed by a bit in its head", (path) => changed(path, () => 40)],
    ["changed by a bit in its middle", (path) => changed(path, (size) => size >> 2)],
    ["changed by a bit at its end", (path) => changed(path, (size) => size - 1)],
    ["open to others", (path) => chmodSync(path, 0o644)],
    [
      "a link to a good one",
      (path) => {
        renameSync(path, elsewhere());
        symlinkSync(elsewhere(), path);
      },
    ],
  ];
  test.each(rows)("%s", (_, spoil) => {
    runWell();
    const path = keptFile();
    const good = readFileSync(path).length;
    spoil(path);
    expect(isTaken(path)).toBe(false);
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(path).length).toBeGreaterThan(good / 2);
    expect(isTaken(path)).toBe(true);
  });

  test.skipIf(!isRoot)("somebody else's (needs root)", () => {
    runWell();
    chownSync(keptFile(), somebodyElse, somebodyElse);
    expect(isTaken(keptFile())).toBe(false);
    expect(isTaken(keptFile())).toBe(true);
  });

  test("a folder in its place is left, and done without", () => {
    runWell();
    const path = keptFile();
    rmSync(path);
    mkdirSync(path);
    runWell();
    expect(namesIn(folder)).toHaveLength(1);
    expect(namesIn(path)).toEqual([]);
  });
});

describe("nothing is read or written in a folder", () => {
  /** A good cache in a folder that is spoilt then: whatever is done to the folder, the file stays as it is. */
  const keptAs = (spoil: () => void): void => {
    runWell();
    const name = namesIn(folder)[0] ?? "none";
    spoil();
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, name), "garbage");
    runWell();
    expect(readFileSync(join(folder, name), "utf8")).toBe("garbage");
    expect(bytes.length).toBeGreaterThan(1000);
  };

  test("that others may read", () => keptAs(() => chmodSync(folder, 0o755)));

  test("that is a link", () =>
    keptAs(() => {
      const elsewhere = join(program.root, "elsewhere-folder");
      rmSync(elsewhere, { recursive: true, force: true });
      renameSync(folder, elsewhere);
      symlinkSync(elsewhere, folder);
    }));

  test.skipIf(!isRoot)("that is somebody else's (needs root)", () =>
    keptAs(() => chownSync(folder, somebodyElse, somebodyElse)),
  );

  test("in which nothing can be made", () => {
    runWell({ env: { XDG_CACHE_HOME: "/proc" } });
    const file = join(program.root, "file");
    writeFileSync(file, "");
    runWell({ env: { XDG_CACHE_HOME: file } });
  });

  test.skipIf(isRoot)("that is read-only", () => {
    mkdirSync(folder, { recursive: true, mode: 0o500 });
    runWell();
    expect(namesIn(folder)).toEqual([]);
  });

  test("of books", () => {
    expect(program.run(["add", "Hydro", "150", "--due-day", "15"]).code).toBe(0);
    const before = namesIn(program.home);
    runWell({ env: { XDG_CACHE_HOME: program.home } });
    runWell({ env: { XDG_CACHE_HOME: join(program.home, "audit_log") } });
    expect(namesIn(program.home)).toEqual(before);
    expect(namesIn(join(program.home, "audit_log"))).not.toContain("valhalla");
  });
});

describe("the folder is", () => {
  const rows: [string, Environment, string | null][] = [
    ["$XDG_CACHE_HOME", {}, "caches"],
    ["~/.cache without it", { XDG_CACHE_HOME: undefined }, "user/.cache"],
    ["none without either", { XDG_CACHE_HOME: undefined, HOME: undefined }, null],
    ["none with an empty one", { XDG_CACHE_HOME: "" }, null],
    ["none with a relative one", { XDG_CACHE_HOME: "here" }, null],
    ["none with an empty HOME", { XDG_CACHE_HOME: undefined, HOME: "" }, null],
    ["none with a relative HOME", { XDG_CACHE_HOME: undefined, HOME: "here" }, null],
    ["none where HOME is not there", { XDG_CACHE_HOME: undefined, HOME: "/proc/none" }, null],
  ];
  test.each(rows)("%s", (_, env, place) => {
    const cwd = join(program.root, "working-folder");
    for (const name of ["user", "working-folder/here"]) {
      rmSync(join(program.root, name), { recursive: true, force: true });
      mkdirSync(join(program.root, name), { recursive: true });
    }
    runWell({ env, cwd });
    for (const each of ["caches", "user/.cache", "working-folder/here", "working-folder"]) {
      const isKept = namesIn(join(program.root, each, "valhalla")).length > 0;
      expect([each, isKept]).toEqual([each, each === place]);
    }
    expect(namesIn(cwd)).toEqual(["here"]);
    expect(namesIn(join(cwd, "here"))).toEqual([]);
  });

  test("never made together with a home that is not there", () => {
    const home = join(program.root, "no-home");
    runWell({ env: { XDG_CACHE_HOME: undefined, HOME: home } });
    expect(existsSync(home)).toBe(false);
  });
});
