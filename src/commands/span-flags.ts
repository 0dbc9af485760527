import type { Command } from "commander";
import { mostDays, type SpanInput, usualDays } from "../actions/span.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { Call } from "./call.ts";
import { dayFlag, wholeNumberFlag } from "./flags.ts";

export interface SpanFlags {
  readonly days?: number;
  readonly from?: Day;
  readonly to?: Day;
}

/** Puts the flags on a command that say which days it looks at. */
export function addSpanFlags(command: Command, call: Call, meaning: string): Command {
  return command
    .option(
      "--days <n>",
      `${meaning} (default: ${usualDays})`,
      wholeNumberFlag("--days", 0, mostDays),
    )
    .option("--from <day>", "from that day instead", dayFlag(call))
    .option("--to <day>", "up to that day, included", dayFlag(call));
}

/** The span that the flags ask for. */
export function spanInput({ days, from, to }: SpanFlags): SpanInput {
  return { days: days ?? null, from: from ?? null, to: to ?? null };
}
