import { version } from "../package.json";
import type { Call, Surroundings } from "./commands/call.ts";
import type { Globals } from "./commands/global-flags.ts";
import { overview } from "./commands/overview.ts";
import type { Program } from "./commands/program.ts";
import type { Sink } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { reportError } from "./report-error.ts";
import { systemWorld } from "./system.ts";
import { contextOf, originsOf, type World } from "./world.ts";

/** Runs one command line and returns its exit code. Never throws, never exits. */
export function main(argv: readonly string[], world: World = systemWorld()): Promise<ExitCode> {
  return runLine(argv, world, (globals) => ({
    context: contextOf(world, globals),
    origins: originsOf(world, globals),
  }));
}

/** Runs a line in what its global flags make of the world. */
async function runLine(
  argv: readonly string[],
  { out, err }: Streams,
  surroundings: (globals: Globals) => Surroundings,
): Promise<ExitCode> {
  let program: Program | null = null;
  try {
    const told = toldAtOnce(argv);
    if (told !== null) {
      out.write(told);
      return 0;
    }
    const { newProgram } = await import("./commands/program.ts");
    program = newProgram({ version, out, surroundings, rerun });
    return await program.run(argv);
  } catch (error) {
    return reportError(error, err, {
      isJson: program?.isGiven("json") ?? false,
      isDebugging: program?.isGiven("debug") ?? false,
    });
  }
}

/** What a line of one word asks for, which needs no command and no reader of flags. */
function toldAtOnce([word, ...others]: readonly string[]): string | null {
  if (others.length > 0) return null;
  if (word === "--help" || word === "-h") return overview();
  return word === "--version" || word === "-V" ? `${version}\n` : null;
}

interface Streams {
  readonly out: Pick<Sink, "write">;
  readonly err: Pick<Sink, "write">;
}

const rerun: Call["rerun"] = (argv, surroundings) =>
  runLine(argv, surroundings.context, () => surroundings);
