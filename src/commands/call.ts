import type { Context, Origin } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Globals } from "./globals.ts";

/** What a command works in, and where that was said. */
export interface Surroundings {
  readonly context: Context;
  readonly origins: Readonly<Record<"home" | "today" | "actor", Origin>>;
}

/** One run of one command: what it works in, the global flags it was given, and how it ends. */
export interface Call extends Surroundings {
  readonly globals: Globals;
  /** Runs another command line of this program, in other surroundings; what it refuses it says there. */
  rerun(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
  /** Ends with this code though nothing was refused: 10 where findings were asked for. */
  finish(code: ExitCode): void;
}
