import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The program as it is installed: built, in a folder of its own, run as a process. */
export interface BuiltProgram {
  /** Where bin/ and dist/ are. */
  readonly root: string;
  readonly bin: string;
  /** A home that no command has made yet. */
  readonly home: string;
  /** The user's folder of caches, empty at first. */
  readonly caches: string;
  /** The environment of a run: the home, its day, the caches, and nothing that was set for Node. */
  env(more?: Environment): Environment;
  run(argv: readonly string[], options?: RunOptions): Ended;
  remove(): void;
}

/** What is set; undefined is not. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface RunOptions {
  /** Flags of Node itself. */
  readonly node?: readonly string[];
  readonly env?: Environment;
  readonly input?: string;
  /** The working folder. */
  readonly cwd?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the program from the sources as they are. */
export function buildProgram(): BuiltProgram {
  const root = mkdtempSync(join(tmpdir(), "valhalla-built-"));
  execFileSync(process.execPath, ["build.mjs", root], { env: { PATH: process.env["PATH"] } });
  cpSync("bin", join(root, "bin"), { recursive: true });
  const bin = join(root, "bin/valhalla.js");
  const home = join(root, "home");
  const caches = join(root, "caches");
  const env = (more: Environment = {}): Environment => ({
    PATH: process.env["PATH"],
    HOME: join(root, "user"),
    XDG_CACHE_HOME: caches,
    VALHALLA_HOME: home,
    VALHALLA_TODAY: "2026-01-15",
    ...more,
  });
  return {
    root,
    bin,
    home,
    caches,
    env,
    run: (argv, { node = [], env: more, input = "", cwd = root } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...node, bin, ...argv], {
        env: env(more),
        input,
        cwd,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
