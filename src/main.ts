import { version } from "../package.json";
import type { Call, Surroundings } from "./commands/call.ts";
import { commandIn, type Line, readLine } from "./commands/globals.ts";
import { overview } from "./commands/overview.ts";
import { type Row, rowOf } from "./commands/table.ts";
import type { ExitCode } from "./exit-code.ts";
import { reportError } from "./report-error.ts";
import { systemWorld } from "./system.ts";
import { contextOf, originsOf, type World } from "./world.ts";

/** Runs one command line and returns its exit code. Never throws, never exits. */
export async function main(
  argv: readonly string[],
  world: World = systemWorld(),
): Promise<ExitCode> {
  try {
    return await run(argv, world);
  } catch (error) {
    return reportError(error, argv, world.err);
  }
}

async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const row = rowOf(commandIn(argv) ?? "");
  if (row !== null && row.name !== "help") return runRow(row, argv, world);
  const line = readLine(argv);
  if (line.version) return tellVersion(world);
  if (line.words.length === 0 || line.words.join(" ") === "help") {
    world.out.write(overview());
    return 0;
  }
  if (row === null) {
    const { unknownCommand } = await import("./commands/unknown-command.ts");
    throw unknownCommand(line.command, line.words);
  }
  const explained = rowOf(line.words[1] ?? "");
  return explained === null
    ? runRow(row, argv, world)
    : runRow(explained, [explained.name, "--help"], world);
}

function runRow(row: Row, argv: readonly string[], world: World): Promise<ExitCode> {
  return runAmid(row, argv, ({ globals, version: isVersionAsked }) => {
    if (!isVersionAsked) {
      return { context: contextOf(world, globals), origins: originsOf(world, globals) };
    }
    tellVersion(world);
    return null;
  });
}

/** Runs a command amid what is given for its line; nothing given, nothing run. */
async function runAmid(
  row: Row,
  argv: readonly string[],
  given: (line: Line) => Surroundings | null,
): Promise<ExitCode> {
  const { runCommand } = await import("./commands/program.ts");
  let code: ExitCode = 0;
  await runCommand(row, argv, (line) => {
    const surroundings = given(line);
    if (surroundings === null) return null;
    const finish = (end: ExitCode) => {
      code = end;
    };
    return { ...surroundings, globals: line.globals, rerun, finish };
  });
  return code;
}

const rerun: Call["rerun"] = async (argv, surroundings) => {
  try {
    const row = rowOf(commandIn(argv) ?? "");
    if (row === null) throw new Error(`"${argv.join(" ")}" is no command to run again`);
    return await runAmid(row, argv, () => surroundings);
  } catch (error) {
    return reportError(error, argv, surroundings.context.err);
  }
};

function tellVersion({ out }: World): ExitCode {
  out.write(`${version}\n`);
  return 0;
}
