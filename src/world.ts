import type { Call } from "./commands/call.ts";
import type { Globals } from "./commands/global-flags.ts";
import type { Ask, Context, Ids, Origin, OutsideFiles, Sink } from "./context.ts";
import { type Day, parseDay } from "./domain/days/calendar.ts";
import { Refusal } from "./domain/refusal.ts";

/** What a process is given before its command line is read. Tests hand in another. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder, absolute; only asked for where nothing else was said. */
  userFolder(): string;
  /** The name the machine knows the user by. */
  userName(): string;
  /** A path made absolute from the working folder. */
  resolve(...parts: readonly string[]): string;
  isAbsolute(path: string): boolean;
  /** The user's own calendar day, by the time zone set in that home, else the system's. */
  today(home: string): Day;
  now(): string;
  readonly ids: Ids;
  readonly out: Stream;
  readonly err: Stream;
  ask(answers: Answers): Ask;
  readonly files: OutsideFiles;
}

/** A stream before it is known whether colours are wanted. */
export type Stream = Omit<Sink, "color">;

/** Whether there are answers already, and whether questions may be put at all. */
export interface Answers {
  readonly yes: boolean;
  readonly mayAsk: boolean;
}

const usualWaitMs = 10_000;

/** What a command is given: flags go before the environment, the environment before what is usual. */
export function contextOf(world: World, globals: Globals): Context {
  const todayGiven = globals.today ?? dayOf(world.env["VALHALLA_TODAY"]);
  let home: string | null = null;
  let today = todayGiven;
  const context: Context = {
    get home() {
      home ??= homeOf(world, globals.home);
      return home;
    },
    clock: {
      today: () => {
        today ??= world.today(context.home);
        return today;
      },
      now: () => world.now(),
    },
    ids: world.ids,
    get actor() {
      return world.env["VALHALLA_ACTOR"] || world.userName();
    },
    todayGiven,
    out: colored(world.out, world.env, globals),
    err: colored(world.err, world.env, globals),
    ask: world.ask({ yes: globals.yes, mayAsk: !globals.noInput }),
    files: world.files,
    waitMs: globals.waitMs ?? usualWaitMs,
  };
  return context;
}

/** Where the home, the day and the name of the user come from. */
export function originsOf({ env }: World, globals: Globals): Call["origins"] {
  const origin = (flag: string | null, name: string): Origin => {
    if (flag !== null) return "flag";
    return env[name] ? "environment" : "default";
  };
  return {
    home: origin(globals.home, "VALHALLA_HOME"),
    today: origin(globals.today, "VALHALLA_TODAY"),
    actor: origin(null, "VALHALLA_ACTOR"),
  };
}

function dayOf(text: string | undefined): Day | null {
  return text === undefined || text === "" ? null : parseDay(text);
}

/** The folder of the books; refuses an empty or relative one, which would put them wherever the user happens to be. */
function homeOf(world: World, flag: string | null): string {
  if (flag !== null) {
    if (flag !== "") return world.resolve(flag);
    throw new Refusal("bad-value", "--home is empty", "Give the folder of your books.");
  }
  const named = world.env["VALHALLA_HOME"];
  if (named === undefined) {
    return world.resolve(absolute(world, "HOME", world.userFolder()), ".valhalla");
  }
  return named.startsWith("~/")
    ? world.resolve(absolute(world, "HOME", world.userFolder()), named.slice(2))
    : world.resolve(absolute(world, "VALHALLA_HOME", named));
}

function absolute(world: World, name: string, path: string): string {
  if (world.isAbsolute(path)) return path;
  throw new Refusal(
    "bad-value",
    path === "" ? `${name} is set to nothing` : `${name} is "${path}", which is not absolute`,
    "Set it to a folder that begins with /, or use --home.",
  );
}

function colored(stream: Stream, env: World["env"], globals: Globals): Sink {
  return {
    write: (text) => stream.write(text),
    get isTerminal() {
      return stream.isTerminal;
    },
    get columns() {
      return stream.columns;
    },
    get color() {
      return wantsColor(stream, env, globals);
    },
  };
}

function wantsColor(stream: Stream, env: World["env"], { noColor }: Globals): boolean {
  if (noColor || env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return env["TERM"] !== "dumb" && stream.isTerminal;
}
