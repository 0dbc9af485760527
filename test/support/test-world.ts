import { readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import type { Ask, Context } from "../../src/context.ts";
import { parseDay } from "../../src/domain/days/calendar.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { outsideFiles } from "../../src/system/outside-files.ts";
import { contextOf, type Stream, type World } from "../../src/world.ts";

/** What is set in a world of a test; the rest is as on a machine with nothing special. */
export interface Setting {
  /** The user's folder; the books are in `.valhalla` there. */
  readonly folder: string;
  readonly today: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is said to the questions, in order; none means that nobody is there. */
  readonly answers?: string[];
  /** The file that is standard input. */
  readonly input?: string | null;
  /** The columns of a terminal; null is a pipe. */
  readonly columns?: number | null;
  /** Gives the number of the next id; shared by all commands of one home. */
  readonly nextNumber: () => number;
  /** The time of day, `HH:MM:SS`. */
  readonly time?: string;
}

/** What a world was told, on either stream. */
export interface Heard {
  out: string;
  err: string;
  /** Both, in the order of writing. */
  both: string;
}

/** A world with a fixed day, counted ids, given answers, and ears. */
export function testWorld(setting: Setting): { world: World; heard: Heard } {
  const heard: Heard = { out: "", err: "", both: "" };
  const { folder, env = {}, columns = null, input = null, time = "12:00:00" } = setting;
  const stream = (name: "out" | "err"): Stream => ({
    write: (text) => {
      heard[name] += text;
      heard.both += text;
    },
    isTerminal: columns !== null,
    columns: columns ?? 80,
  });
  const world: World = {
    env: columns === null ? env : { NO_COLOR: "1", ...env },
    userFolder: () => env["HOME"] ?? folder,
    userName: () => "ada",
    resolve,
    isAbsolute,
    today: () => parseDay(setting.today),
    now: () => `${setting.today}T${time}.000Z`,
    ids: { next: (prefix) => `${prefix}_${String(setting.nextNumber()).padStart(12, "0")}` },
    out: stream("out"),
    err: stream("err"),
    ask: ({ yes, mayAsk }) => scripted(mayAsk ? (setting.answers ?? []) : [], yes, stream("err")),
    files: {
      ...outsideFiles,
      read: async (path) =>
        path === "-" ? readFileSync(input ?? "/dev/null") : outsideFiles.read(path),
    },
  };
  return { world, heard };
}

/** What an action is given in such a world where no global flag is typed. */
export function testContext(world: World): Context {
  return contextOf(world, {
    ...{ home: null, today: null, json: false, noColor: false, quiet: false },
    ...{ yes: false, noInput: false, debug: false, waitMs: null },
  });
}

/** A person who says what was written down, in order. */
function scripted(answers: string[], yes: boolean, err: Stream): Ask {
  const next = (question: string): string => {
    const answer = answers.shift();
    if (answer === undefined) {
      throw new Refusal(
        "missing-value",
        `there is nobody to ask: ${question}`,
        "Give it as a flag.",
      );
    }
    err.write(`${question} ${answer}\n`);
    if (answer === "^C")
      throw new Refusal(
        "interrupted",
        "interrupted; nothing was saved",
        "Ask again, or give it as flags.",
      );
    return answer;
  };
  return {
    get available() {
      return answers.length > 0;
    },
    confirm: async (question) => yes || next(question) === "yes",
    text: async (question, options) => {
      for (;;) {
        const answer = next(question) || (options?.initial ?? "");
        const complaint = options?.complaint?.(answer) ?? null;
        if (complaint === null) return answer;
        err.write(`${complaint}\n`);
      }
    },
    select: async (question, choices) => {
      const answer = next(question);
      if (choices.some(({ value }) => value === answer)) return answer;
      throw new Error(`"${answer}" is no choice of: ${question}`);
    },
  };
}
