import type { Command } from "commander";
import { cycleFlag } from "./flags.ts";

export interface CycleFlags {
  readonly cycle: string;
}

/** Puts the flag on a command that names a cycle, where it must be named. */
export function requireCycleFlag(command: Command): Command {
  return command.requiredOption("--cycle <day>", "the cycle, by its nominal day", cycleFlag);
}
