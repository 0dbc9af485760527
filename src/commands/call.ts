import type { Said } from "../actions/input.ts";
import type { Context, Origin } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Globals } from "./global-flags.ts";

/** What a command works in, and where that was said. */
export interface Surroundings {
  readonly context: Context;
  readonly origins: Readonly<Record<"home" | "today" | "actor", Origin>>;
}

/** One run of one command: what it works in, and what was typed. */
export interface Call extends Surroundings {
  readonly globals: Globals;
  /** The arguments and flags of the command itself, by name: `--due-day` is `due_day`. */
  readonly typed: Said;
  /** Runs another command line of this program, in other surroundings; what it refuses it says there. */
  rerun(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
}
