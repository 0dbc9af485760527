import type { Command, CommanderError } from "commander";
import { Refusal } from "../domain/refusal.ts";
import { didYouMean, nearest } from "../domain/words/nearest.ts";
import { synonyms } from "./synonyms.ts";
import { commandTable } from "./table.ts";

/** What commander did not understand of a line, as a refusal (`usage`) with the nearest of what there is. */
export function usageRefusal(error: CommanderError, root: Command): Refusal {
  const command = commandReached(root);
  const message = (error.message.split("\n")[0] ?? "").replace(/^error: /, "");
  const see = `See: valhalla ${command === root ? "" : `${command.name()} `}--help`;
  switch (error.code) {
    case "commander.help":
      return new Refusal("usage", `${command.name()} needs a command of its own`, see);
    case "commander.unknownCommand":
      return unknownCommand(command, see);
    case "commander.unknownOption":
      return new Refusal("usage", message, optionHint(message, command, see));
    case "commander.optionMissingArgument": {
      const flag = /--[a-z-]+/.exec(message)?.[0] ?? "a flag";
      return new Refusal("usage", `${flag} needs a value`, see);
    }
    case "commander.excessArguments":
      return excess(command, message, see);
    default:
      return new Refusal("usage", message, see);
  }
}

/** The command a line ended at, or the one whose own command it named wrongly. */
function commandReached(root: Command): Command {
  const named = root.commands.find((command) => command.name() === root.args[0]);
  return named ?? root;
}

function unknownCommand(command: Command, see: string): Refusal {
  const [typed = ""] = command.args;
  // Of the program's own commands only those that stand on the line were made.
  const names =
    command.parent === null
      ? commandTable.map(({ name }) => name)
      : command.commands.map((each) => each.name());
  const message = `unknown command '${typed}'`;
  const called = synonyms[typed.toLowerCase()];
  const meant = called !== undefined && names.includes(called) ? [called] : nearest(typed, names);
  return new Refusal("usage", message, didYouMean(meant) ?? see);
}

function optionHint(message: string, command: Command, see: string): string {
  const flag = /'(.+)'/.exec(message)?.[1] ?? "";
  if (/^-[\d.]/.test(flag)) return `No number here is below zero. ${see}`;
  const options = [command, ...command.commands].flatMap(({ options }) => options);
  const known = new Set(options.flatMap(({ long }) => long ?? []));
  return didYouMean(nearest(flag, known)) ?? see;
}

/** One word too many is a mistyped command of a command, or a name of several words without quotes. */
function excess(command: Command, message: string, see: string): Refusal {
  const own = command.commands.map((each) => each.name());
  const [typed = ""] = command.args;
  if (own.length > 0 && !own.includes(typed)) {
    const meant = didYouMean(nearest(typed, own));
    const hint = `${meant === null ? "" : `${meant} `}It takes: ${own.join(", ")}.`;
    return new Refusal("usage", `${command.name()} does not know "${typed}"`, hint);
  }
  const takesName = [command, ...command.commands].some(
    ({ registeredArguments }) => registeredArguments.length > 0,
  );
  return new Refusal("usage", message, takesName ? `${quotedHint(command)} ${see}` : see);
}

/** `A name of several words goes in quotes: valhalla show "natural gas"`, where quotes are all that it takes. */
function quotedHint(command: Command): string {
  const { args, registeredArguments } = command;
  const line = args.join(" ");
  const isOneName = registeredArguments.length === 1 && /^[\p{L}\p{N} ._-]+$/u.test(line);
  return isOneName
    ? `A name of several words goes in quotes: valhalla ${command.name()} "${line}".`
    : "A name of several words goes in quotes.";
}
