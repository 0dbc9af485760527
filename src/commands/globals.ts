import { type Day, parseDay } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";

/** The flags that every command takes, wherever on the line they stand. */
export interface Globals {
  readonly home: string | null;
  readonly today: Day | null;
  readonly json: boolean;
  readonly noColor: boolean;
  /** No hints, no warnings about nothing. */
  readonly quiet: boolean;
  /** Yes to every question. */
  readonly yes: boolean;
  readonly noInput: boolean;
  readonly debug: boolean;
  /** How long to wait for another writer, in milliseconds; null is the usual time. */
  readonly waitMs: number | null;
}

/** A command line once its global flags are taken out. */
export interface Line {
  readonly globals: Globals;
  /** The command and its own arguments, in order. */
  readonly words: readonly string[];
  readonly command: string | null;
  readonly version: boolean;
  readonly help: boolean;
}

interface GlobalFlag {
  readonly flags: string;
  readonly meaning: string;
}

/** The global flags as help shows them; `readLine` is what reads them. */
export const globalFlags: readonly GlobalFlag[] = [
  { flags: "--home <folder>", meaning: "where the books are kept (default: ~/.valhalla)" },
  { flags: "--today <day>", meaning: "take this day for today; recorded with every change" },
  { flags: "--json", meaning: "print JSON" },
  { flags: "--no-color", meaning: "print without colour" },
  { flags: "-q, --quiet", meaning: "print no hints" },
  { flags: "-y, --yes", meaning: "answer yes to every question" },
  { flags: "--no-input", meaning: "never ask" },
  { flags: "--wait <seconds>", meaning: "wait so long for another writer (default: 10)" },
  { flags: "--debug", meaning: "print where an error came from" },
  { flags: "--version", meaning: "print the version" },
];

type Switch = "json" | "noColor" | "quiet" | "yes" | "noInput" | "debug" | "version" | "help";
type Valued = "home" | "today" | "wait";

const switches = new Map<string, Switch>([
  ["--json", "json"],
  ["--no-color", "noColor"],
  ["--quiet", "quiet"],
  ["--yes", "yes"],
  ["--no-input", "noInput"],
  ["--debug", "debug"],
  ["--version", "version"],
  ["--help", "help"],
  ["-q", "quiet"],
  ["-y", "yes"],
  ["-h", "help"],
  ["-V", "version"],
]);

const valued = new Map<string, Valued>([
  ["--home", "home"],
  ["--today", "today"],
  ["--wait", "wait"],
]);

/** The first word of a line that is no flag and no value of a global flag: the command. */
export function commandIn(argv: readonly string[]): string | null {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (word === "--") return null;
    if (valued.has(word)) index++;
    else if (!word.startsWith("-")) return word;
  }
  return null;
}

/**
 * Splits a command line into its global flags and the rest; what follows `--` is never a flag, nor is what follows
 * one of `ownValued`, the command's own flags that take a value.
 */
export function readLine(
  argv: readonly string[],
  ownValued: ReadonlySet<string> = new Set(),
): Line {
  const on = new Set<Switch>();
  const values = new Map<Valued, string>();
  const words: string[] = [];
  let index = 0;
  for (; index < argv.length && argv[index] !== "--"; index++) {
    const word = argv[index] ?? "";
    const [flag = "", attached] = splitFlag(word);
    const name = valued.get(flag);
    const found = switchesIn(word);
    if (ownValued.has(word)) words.push(withValue(word, argv[++index]));
    else if (name !== undefined) values.set(name, attached ?? valueAfter(argv, index++));
    else if (found.length === 0) words.push(word);
    for (const one of found) on.add(one);
  }
  return {
    globals: globalsOf(on, values),
    words: [...words, ...argv.slice(index)],
    command: commandIn(argv),
    version: on.has("version"),
    help: on.has("help"),
  };
}

/** The flag and its value as one word, so that a value that looks like a flag is never read as one. */
function withValue(flag: string, value: string | undefined): string {
  if (value === undefined) return flag;
  return flag.startsWith("--") ? `${flag}=${value}` : `${flag}${value}`;
}

function globalsOf(on: ReadonlySet<Switch>, values: ReadonlyMap<Valued, string>): Globals {
  const today = values.get("today");
  const wait = values.get("wait");
  return {
    home: values.get("home") ?? null,
    today: today === undefined ? null : parseDay(today),
    json: on.has("json"),
    noColor: on.has("noColor"),
    quiet: on.has("quiet"),
    yes: on.has("yes"),
    noInput: on.has("noInput"),
    debug: on.has("debug"),
    waitMs: wait === undefined ? null : millisecondsOf(wait),
  };
}

function splitFlag(word: string): [string, string | undefined] {
  const end = word.startsWith("--") ? word.indexOf("=") : -1;
  return end < 0 ? [word, undefined] : [word.slice(0, end), word.slice(end + 1)];
}

/** The switches a word stands for: `--json` one, `-qy` two, anything else none. */
function switchesIn(word: string): Switch[] {
  const single = switches.get(word);
  if (single !== undefined) return [single];
  if (!/^-[qyhV]{2,}$/.test(word)) return [];
  return [...word.slice(1)].flatMap((letter) => switches.get(`-${letter}`) ?? []);
}

function valueAfter(argv: readonly string[], index: number): string {
  const value = argv[index + 1];
  if (value === undefined)
    throw new Refusal("usage", `${argv[index]} needs a value`, "See: valhalla --help");
  return value;
}

function millisecondsOf(text: string): number {
  if (/^\d{1,5}(\.\d{1,3})?$/.test(text)) return Math.round(Number(text) * 1000);
  throw new Refusal("bad-value", `--wait takes seconds, not "${text}"`, "For example --wait 30.");
}
