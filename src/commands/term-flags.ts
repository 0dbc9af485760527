import type { Command } from "commander";
import type { Day } from "../domain/days/calendar.ts";
import { recurrenceMeant } from "../domain/days/recurrence-meant.ts";
import type { RecurrenceSaid } from "../domain/days/recurrence-phrases.ts";
import { readRecurrence } from "../domain/days/recurrence-words.ts";
import { type Roll, rolls } from "../domain/days/roll.ts";
import { usualTolerance } from "../domain/registry/term-draft.ts";
import type { Call } from "./call.ts";
import { choiceFlag, dayFlag, wholeNumberFlag } from "./flags.ts";

/** What `add` and `edit` say of when and how much; a flag that was not given is absent. */
export interface TermFlags {
  readonly cadence?: RecurrenceSaid;
  readonly dueDay?: string;
  readonly start?: Day;
  readonly every?: number;
  readonly rule?: string;
  readonly roll?: Roll;
  readonly calendar?: string;
  readonly until?: Day;
  readonly count?: number;
  readonly variable?: boolean;
  readonly tolerance?: string;
}

/** Puts the flags on a command that say when a payment recurs, and how far its amount may be off. */
export function addTermFlags(command: Command, call: Call): Command {
  const day = dayFlag(call);
  return command
    .option(
      "--cadence <words>",
      'how often: monthly, "every 2 weeks", "every other friday", "per year", ...; see help cadence (default: monthly)',
      (text: string) => readRecurrence(text),
    )
    .option(
      "--due-day <place>",
      "where in the month: 15, last, 2tue, lastfri, lastbusiness; 15,last for semimonthly",
    )
    .option("--start <day>", "the first day it is due", day)
    .option("--every <n>", "only every so many cadences", wholeNumberFlag("--every", 1, 999))
    .option("--rule <rrule>", "an RFC 5545 rule, for what no cadence says")
    .option(
      "--roll <way>",
      `when that is no business day: ${rolls.join(", ")}`,
      choiceFlag("--roll", rolls),
    )
    .option("--calendar <name>", "whose holidays count: CA, CA-ON, or a list of yours")
    .option("--until <day>", "the last day it can be due", day)
    .option("--count <n>", "how many cycles there are", wholeNumberFlag("--count", 1, 99_999))
    .option("--variable", "the amount is an estimate")
    .option("--tolerance <percent>", `how far an estimate may be off (default: ${usualTolerance})`);
}

/** What the flags say of a term that holds from `begin` on, by the names of a term; `edit` takes a thing away by an empty text. */
export function termSaid(flags: TermFlags, begin: Day) {
  const recurs = recurrenceMeant(flags.cadence ?? {}, flags.start ?? begin);
  return {
    cadence: flags.rule === undefined ? recurs.cadence : ("rule" as const),
    every: flags.every ?? recurs.every,
    due_day: flags.dueDay ?? recurs.due_day,
    start: recurs.start ?? flags.start,
    rule: flags.rule,
    roll: flags.roll,
    calendar: flags.calendar === "" ? null : flags.calendar,
    until: flags.until,
    count: flags.count,
    variable: flags.variable,
    tolerance: flags.tolerance === "" ? null : flags.tolerance,
  };
}
