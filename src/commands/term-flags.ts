import type { Command } from "commander";
import { rolls } from "../domain/days/roll.ts";
import { usualTolerance } from "../domain/registry/term-draft.ts";

/** Adds the flags that say when a payment recurs, and how far its amount may be off. */
export function addTermFlags(command: Command): Command {
  return command
    .option(
      "--cadence <words>",
      'how often: monthly, "every 2 weeks", "every other friday", "per year", ...; see help cadence (default: monthly)',
    )
    .option(
      "--due-day <place>",
      "where in the month: 15, last, 2tue, lastfri, lastbusiness; 15,last for semimonthly",
    )
    .option("--start <day>", "the first day it is due")
    .option("--every <n>", "repeat every n cadences: monthly with 2 is every two months")
    .option("--rule <rrule>", "an RFC 5545 rule, where no cadence fits")
    .option("--roll <way>", `when that is no business day: ${rolls.join(", ")}`)
    .option("--calendar <name>", "whose holidays count: CA, CA-ON, or a list of yours")
    .option("--until <day>", "the last day it can be due")
    .option("--count <n>", "how many cycles there are")
    .option("--variable", "the amount is an estimate")
    .option("--tolerance <percent>", `how far an estimate may be off (default: ${usualTolerance})`);
}
