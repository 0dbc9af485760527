import { globalFlags } from "./commands/global-flags.ts";
import { type Bundles, bundlesIn } from "./system/bundles.ts";
import { codeCache } from "./system/code-cache.ts";

void launch(__dirname);

/**
 * Runs the command line of this process in the bundle of its command, and ends the process with the exit code. Nothing
 * is lost by ending at once: the streams of the system return only when a text is written to its end.
 */
async function launch(dist: string): Promise<void> {
  const argv = process.argv.slice(2);
  const isHelp = argv.includes("--help") || argv.includes("-h");
  const bundles = bundlesIn(dist, codeCache(process.env), isHelp ? "help" : "run");
  const program = bundles.load(bundleOf(argv, bundles));
  if (!isProgram(program)) throw new Error(`${dist} holds no program: npm run build`);
  const code = await program.main(argv);
  if (code === 0) bundles.keepCompiled();
  process.exit(code);
}

/** The bundle of the command on a line, which is `now` where there is none; unknown commands have one together, with help. */
function bundleOf(argv: readonly string[], bundles: Bundles): string {
  const isTold = argv.some((word) => /^(-h|--help|-V|--version)$/.test(word));
  const command = commandIn(argv) || (isTold ? "" : "now");
  const own = `commands/${command}.cjs`;
  return /^[a-z]+$/.test(command) && bundles.has(own) ? own : "start.cjs";
}

/** The first word that is neither a flag nor the value of a global one; empty where there is none. */
function commandIn(argv: readonly string[]): string {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (takesValue(word)) index++;
    else if (!word.startsWith("-")) return word;
  }
  return "";
}

function takesValue(word: string): boolean {
  return globalFlags.some(({ flags }) => flags.startsWith(`${word} <`));
}

interface Program {
  main(argv: readonly string[]): Promise<number>;
}

function isProgram(exported: unknown): exported is Program {
  return typeof exported === "object" && exported !== null && "main" in exported;
}
