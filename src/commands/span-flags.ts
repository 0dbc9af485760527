import type { Command } from "commander";
import { usualDays } from "../actions/due/span.ts";

/** Adds the flags that say which days a command looks at. */
export function addSpanFlags(command: Command, meaning: string): Command {
  return command
    .option("--days <n>", `${meaning} (default: ${usualDays})`)
    .option("--from <day>", "from that day instead")
    .option("--to <day>", "up to that day, included");
}
