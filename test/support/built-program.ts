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
  run(argv: readonly string[], options?: RunOptions): Ended;
  remove(): void;
}

export interface RunOptions {
  /** Flags of Node itself. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the program from the sources as they are. */
export function buildProgram(): BuiltProgram {
  const root = mkdtempSync(join(tmpdir(), "valhalla-built-"));
  cpSync("bin", join(root, "bin"), { recursive: true });
  execFileSync(process.execPath, ["build.mjs", root], { env: cleanEnv({}) });
  const bin = join(root, "bin/valhalla.js");
  const home = join(root, "home");
  return {
    root,
    bin,
    home,
    run: (argv, { node = [], env = {}, input = "" } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...node, bin, ...argv], {
        env: cleanEnv({ VALHALLA_HOME: home, VALHALLA_TODAY: "2026-01-15", ...env }),
        input,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An environment in which nothing was set for Node or for the program. */
export function cleanEnv(more: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), ...more };
}
