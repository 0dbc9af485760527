import type { Command } from "commander";
import type { Day } from "../domain/days/calendar.ts";
import type { Call } from "./call.ts";
import { dayFlag } from "./flags.ts";

export interface CycleFlags {
  readonly cycle: Day;
}

/** Puts the flag on a command that names a cycle, where it must be named. */
export function requireCycleFlag(command: Command, call: Call): Command {
  return command.requiredOption("--cycle <day>", "the cycle, by its nominal day", dayFlag(call));
}
