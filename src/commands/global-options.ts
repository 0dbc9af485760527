import { type Command, Option } from "commander";
import { parseDay } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Globals, globalFlags } from "./global-flags.ts";

/**
 * Adds the global flags to a command and to those under it. Help shows them once, for the whole program. `tellVersion`
 * ends the line as soon as the version is asked for, whatever else is missing on it.
 */
export function addGlobalFlags(command: Command, tellVersion: () => never): void {
  for (const { flags, meaning } of globalFlags) {
    command.addOption(new Option(flags, meaning).hideHelp());
  }
  command.on("option:version", tellVersion);
  for (const child of command.commands) addGlobalFlags(child, tellVersion);
}

/** The global flags of a line, by the command it ended at; of one that was given twice the later counts. */
export function globalsOf(command: Command): Globals {
  const given = givenGlobally(command);
  const text = (name: string) => {
    const value = given.get(name);
    return typeof value === "string" ? value : null;
  };
  const [today, wait] = [text("today"), text("wait")];
  return {
    home: text("home"),
    today: today === null ? null : parseDay(today),
    json: given.has("json"),
    noColor: given.has("color"),
    quiet: given.has("quiet"),
    yes: given.has("yes"),
    noInput: given.has("input"),
    debug: given.has("debug"),
    waitMs: wait === null ? null : millisecondsOf(wait),
  };
}

/** Whether a flag was given to a command, to one above it or to one under it. */
export function isGiven(program: Command, name: "json" | "debug"): boolean {
  return isTyped(program, name) || program.commands.some((command) => isGiven(command, name));
}

/** Whether an option of a command stood on the line; a default did not. */
export function isTyped(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === "cli";
}

/** What was given to a command and to those above it, which stand before it on the line. */
function givenGlobally(command: Command): Map<string, unknown> {
  const given = command.parent === null ? new Map() : givenGlobally(command.parent);
  for (const { flags } of globalFlags) {
    const name = new Option(flags).attributeName();
    if (isTyped(command, name)) given.set(name, command.getOptionValue(name));
  }
  return given;
}

function millisecondsOf(text: string): number {
  if (/^\d{1,5}(\.\d{1,3})?$/.test(text)) return Math.round(Number(text) * 1000);
  throw new Refusal("bad-value", `--wait takes seconds, not "${text}"`, "For example --wait 30.");
}
