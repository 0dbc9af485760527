import { Command, CommanderError, Option } from "commander";
import type { ExitCode } from "../exit-code.ts";
import type { Call, Surroundings } from "./call.ts";
import { helpWidth } from "./columns.ts";
import type { Globals } from "./global-flags.ts";
import { addGlobalFlags, globalsOf, isGiven, isTyped } from "./global-options.ts";
import { overview } from "./overview.ts";
import { commandTable, type Row } from "./table.ts";
import { typedOn } from "./typed.ts";
import { usageRefusal } from "./usage-refusal.ts";

/** What a line is run with. */
export interface Setting {
  readonly version: string;
  /** Where help and the version are printed. */
  readonly out: { write(text: string): void };
  /** What the global flags of the line make of the world. */
  surroundings(globals: Globals): Surroundings;
  readonly rerun: Call["rerun"];
}

/** The program, ready to read one line. */
export interface Program {
  /** Runs the command that a line names, and gives its exit code; refuses (`usage`) what is not understood. */
  run(argv: readonly string[]): Promise<ExitCode>;
  /** Whether a flag stood on the line, as far as that was read. */
  isGiven(name: "json" | "debug"): boolean;
}

/**
 * Makes the program of every command. Commander reads the line: the flags before a command are the program's, those
 * after it the command's, and the global ones stand at both. A command's file is loaded once the line names it.
 */
export function newProgram(setting: Setting): Program {
  let code: ExitCode = 0;
  const root = rootCommand(setting);
  root.hook("preSubcommand", async (_root, command) => {
    const { register } = await rowOf(command).load();
    register(command, (acting, act) => {
      acting.action(async () => {
        code = await act(callOf(acting, setting));
      });
    });
    addGlobalFlags(command, () => tellVersion(setting));
    if (isTyped(root, "help")) command.help();
  });
  return {
    isGiven: (name) => isGiven(root, name),
    run: async (argv) => {
      addCommands(root, argv);
      try {
        await root.parseAsync(argv, { from: "user" });
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.code === "commander.help" && root.args.length === 0)
          return bareLine(argv, root, setting);
        if (error.exitCode !== 0) throw usageRefusal(error, root);
      }
      return code;
    },
  };
}

/** Adds the commands that a line may name: making all of them takes a tenth of a start. All where it names none. */
function addCommands(root: Command, argv: readonly string[]): void {
  const named = commandTable.filter(({ name }) => argv.includes(name));
  for (const { name, summary } of named.length === 0 ? commandTable : named) {
    root.command(name).summary(summary).helpCommand(false);
  }
}

/** A line without a command: help where that was asked for, else what is owed now. */
async function bareLine(
  argv: readonly string[],
  root: Command,
  setting: Setting,
): Promise<ExitCode> {
  if (!isTyped(root, "help"))
    return setting.rerun([...argv, "now"], setting.surroundings(globalsOf(root)));
  setting.out.write(overview());
  return 0;
}

function rootCommand(setting: Setting): Command {
  const { out } = setting;
  const root = new Command("valhalla")
    .enablePositionalOptions()
    .exitOverride()
    .helpCommand(false)
    .helpOption(false)
    .addOption(new Option("-h, --help").hideHelp())
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addGlobalFlags(root, () => tellVersion(setting));
  return root;
}

function tellVersion({ out, version }: Setting): never {
  out.write(`${version}\n`);
  throw new CommanderError(0, "commander.version", version);
}

function rowOf(command: Command): Row {
  const row = commandTable.find(({ name }) => name === command.name());
  if (row === undefined) throw new Error(`${command.name()} has no row`);
  return row;
}

function callOf(command: Command, { surroundings, rerun }: Setting): Call {
  const globals = globalsOf(command);
  return { ...surroundings(globals), globals, typed: typedOn(command), rerun };
}
