import type { Command } from "commander";
import type { Deed, Question } from "../actions/action.ts";
import type { ExitCode } from "../exit-code.ts";
import { answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import type { ChangeFace, Face } from "./face.ts";
import { manualText } from "./manual.ts";

/*
 * How to write a command.
 *
 * 1. A row in table.ts: name, group, the sentence help shows, and how to load the file.
 * 2. A file here, named after the command, that exports `register` and nothing else:
 *
 *      export const register: Register = (command, on) => {
 *        describeCommand(command.arguments("<payment>"), {
 *          examples: ["valhalla skip hydro --cycle 2026-03-15"],
 *          exits: [1, 3, 4],
 *        }).option("--cycle <day>", "the cycle, by its nominal day");
 *        changes(command, on, skip, { text: renderSkipped, next: () => "valhalla schedule" });
 *      };
 *
 * - A command says which flags there are, which action they are said to, and how its outcome looks. It decides nothing.
 * - Flags stay text, called as the fields of the action's input are (`--due-day` is `due_day`): the action reads them,
 *   and has what is usual. What only the screen needs is named in the face's `flags`, and is in `call.typed`.
 * - `answers` is for a question, `changes` for a deed, which takes --dry-run and --key by itself. Where somebody is asked
 *   first, `on` runs what the command does, and `answer` or `change` ends it.
 * - A question to a person goes through `call.context.ask`, after looking at `ask.available`.
 * - A command of several (`ledger balance`) describes each with a `summary` of its own.
 */

/** Gives a command its arguments, flags, help, and what it does. */
export type Register = (command: Command, on: On) => void;

/** Sets what a command does once its line is read; it ends with the exit code that is given back. */
export type On = (command: Command, act: (call: Call) => Promise<ExitCode>) => void;

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

/** Makes a command the face of a question. */
export function answers<Input, Outcome extends object>(
  command: Command,
  on: On,
  question: Question<Input, Outcome>,
  face: Face<Outcome>,
): void {
  on(command, (call) => answer(call, question, face));
}

/** Makes a command the face of a deed; it takes --dry-run and --key as every changing command does. */
export function changes<Input, Outcome extends object>(
  command: Command,
  on: On,
  deed: Deed<Input, Outcome>,
  face: ChangeFace<Outcome>,
): void {
  addChangeFlags(command);
  on(command, (call) => change(call, deed, face));
}

/** Adds what every changing command takes. */
export function addChangeFlags(command: Command): void {
  command
    .option("--dry-run", "show the change, and keep nothing")
    .option("--key <key>", "a second time the same key gives the first answer and changes nothing");
}
