import type { Command } from "commander";
import type { ExitCode } from "../exit-code.ts";
import type { Call } from "./call.ts";
import { manualText } from "./manual.ts";

/*
 * How to write a command.
 *
 * 1. A row in table.ts: name, group, the sentence help shows, and how to load the file.
 * 2. A file here, named after the command, that exports `register` and nothing else:
 *
 *      export const register: Register = (program, call) => {
 *        describeCommand(program.command("skip <payment>"), {
 *          examples: ["valhalla skip hydro --cycle 2026-03-15"],
 *          exits: [1, 3, 4],
 *        })
 *          .option("--cycle <day>", "the cycle, by its nominal day", cycleFlag)
 *          .action(async (payment: string, flags: SkipFlags) => {
 *            const skipped = skipCycle(call.context, { payment, cycle: flags.cycle ?? null });
 *            await respond(call, skipped, { text: renderSkipped, hints: hintsAfterSkip });
 *          });
 *      };
 *
 * - A command reads flags, calls one action, and hands its outcome to `respond`. It decides nothing.
 * - Flags are read by flags.ts (`dayFlag(call)`, `cycleFlag`, `wholeNumberFlag`, `choiceFlag`, `listFlag`); amounts stay text
 *   for the action, which knows the currency. A flag that was not given is absent from the object commander hands over.
 * - The global flags (`--json`, `--yes`, ...) never reach commander: they are in `call.globals` and already at work
 *   in `call.context` (today, home, colours, waiting, asking).
 * - `respond` prints JSON or text on stdout and the hints on stderr. `json` in the face shapes what is printed as
 *   JSON, where that is not the outcome itself.
 * - A question is put through `call.context.ask`, after looking at `ask.available`; else `missing-value` names the flag.
 * - `call.finish(10)` ends with findings. Everything else that ends a command is a thrown Refusal.
 * - A command of several (`ledger balance`) describes each with a `summary` of its own.
 */

/** Puts one command on the program; `call` is what its action works with. */
export type Register = (program: Command, call: Call) => void;

/** What the help of a command says beyond its flags. */
export interface Manual {
  /** One sentence; a command of the table has it there. */
  readonly summary?: string;
  /** Command lines to copy, most usual first. */
  readonly examples: readonly string[];
  /** The exit codes it may end with besides 0 and 2. */
  readonly exits: readonly ExitCode[];
  /** Paragraphs after the options: what the flags cannot say. */
  readonly notes?: string;
}

/** Gives a command its help: one sentence, examples, arguments and options, exit codes last. */
export function describeCommand(command: Command, manual: Manual): Command {
  if (manual.summary !== undefined) command.summary(manual.summary);
  return command
    .helpCommand(false)
    .helpOption("-h, --help", "print this help")
    .configureHelp({ formatHelp: (shown, helper) => manualText(shown, helper, manual) });
}
