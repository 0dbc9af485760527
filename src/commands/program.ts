import { Command, CommanderError } from "commander";
import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import type { Call } from "./call.ts";
import { helpWidth } from "./columns.ts";
import { globalFlags, type Line, readLine } from "./globals.ts";
import type { Row } from "./table.ts";

/**
 * Loads one command and runs it on a line, read by what that command's own flags are; refuses (`usage`) what commander
 * does not understand. `begin` makes the call of a line, or null where the line asks for nothing more.
 */
export async function runCommand(
  row: Row,
  argv: readonly string[],
  begin: (line: Line) => Call | null,
): Promise<void> {
  const { register } = await row.load();
  let begun: Call | null = null;
  const call = lateCall(() => begun);
  const program = newProgram(call);
  register(program, call);
  for (const command of program.commands) command.summary(row.summary);
  const line = readLine(argv, new Set(valuedFlags(program.commands)));
  begun = begin(line);
  if (begun === null) return;
  try {
    await program.parseAsync(line.help ? [...line.words, "--help"] : line.words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageRefusal(error, row, program);
  }
}

/** A call that can be handed over before the line is read: flags must be known first. */
function lateCall(begun: () => Call | null): Call {
  const call = (): Call => {
    const made = begun();
    if (made === null) throw new Error("a command looked at its call before the line was read");
    return made;
  };
  return {
    get context() {
      return call().context;
    },
    get globals() {
      return call().globals;
    },
    get origins() {
      return call().origins;
    },
    rerun: (argv, surroundings) => call().rerun(argv, surroundings),
    finish: (code) => call().finish(code),
  };
}

/** The flags that take the word behind them, whatever it looks like. */
function valuedFlags(commands: readonly Command[]): string[] {
  return commands.flatMap((command) => [
    ...command.options
      .filter(({ required, optional }) => required || optional)
      .flatMap(({ long, short }) => [long, short])
      .filter((flag) => typeof flag === "string"),
    ...valuedFlags(command.commands),
  ]);
}

function newProgram(call: Call): Command {
  const program = new Command("valhalla")
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => call.context.out.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  // They were taken out of the line before; here they only serve the suggestions for mistyped flags.
  for (const { flags, meaning } of globalFlags) program.option(flags, meaning);
  return program;
}

function usageRefusal(error: CommanderError, row: Row, program: Command): Refusal {
  if (error.code === "commander.help") {
    return new Refusal("usage", `${row.name} needs a command of its own`, helpHint(row));
  }
  if (error.code === "commander.excessArguments") return excessRefusal(error, row, program);
  const [message = "", suggestion = ""] = error.message.replace(/^error: /, "").split("\n");
  const meant = /^\(Did you mean (?:one of )?(.+?)\?\)$/.exec(suggestion)?.[1];
  if (meant !== undefined) return new Refusal("usage", message, `Did you mean ${meant}?`);
  const isNumber = /^unknown option '-[\d.]/.test(message);
  const hint = isNumber ? `No number here is below zero. ${helpHint(row)}` : helpHint(row);
  return new Refusal("usage", message, hint);
}

/** One word too many is a mistyped command of a command, or a name of several words without quotes. */
function excessRefusal({ message }: CommanderError, row: Row, program: Command): Refusal {
  const own = program.commands.flatMap(({ commands }) => commands.map((each) => each.name()));
  const [, typed = ""] = program.args;
  if (own.length > 0 && !own.includes(typed)) {
    const [meant] = nearest(typed, own);
    const hint = `${meant === undefined ? "" : `Did you mean ${meant}? `}It takes: ${own.join(", ")}.`;
    return new Refusal("usage", `${row.name} does not know "${typed}"`, hint);
  }
  const takesName = program.commands.some(
    ({ registeredArguments }) => registeredArguments.length > 0,
  );
  return new Refusal(
    "usage",
    message.replace(/^error: /, ""),
    takesName ? `A name of several words goes in quotes. ${helpHint(row)}` : helpHint(row),
  );
}

function helpHint(row: Row): string {
  return `See: valhalla ${row.name} --help`;
}
