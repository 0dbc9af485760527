import type { Ask, Context, Sink } from "../context.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ExitCode } from "../exit-code.ts";
import { sampleId } from "../sample/sample-id.ts";
import type { Call } from "./call.ts";

/** One command line that was run, and all it printed on both streams. */
export interface Ran {
  readonly exit: ExitCode;
  readonly output: string;
}

/**
 * Where the demo plays: a home of its own, in which commands are run as if they were typed. The clock shows
 * noon of the day and a minute more for every command; ids are counted; nobody is there to ask.
 */
export class DemoStage {
  readonly context: Context;
  readonly #call: Call;
  #heard = "";
  #minute = 0;
  #ids = 0;

  constructor(call: Call, home: string) {
    const { out, clock, files, waitMs } = call.context;
    const today = clock.today();
    const isBare = call.globals.json;
    const ear: Sink = {
      write: (text) => {
        this.#heard += text;
      },
      isTerminal: out.isTerminal && !isBare,
      columns: out.columns,
      color: out.color && !isBare,
    };
    this.#call = call;
    this.context = {
      home,
      clock: { today: () => today, now: () => `${today}T12:${this.#minutes()}:00.000Z` },
      ids: { next: (prefix) => sampleId(prefix, "demo", ++this.#ids) },
      actor: "demo",
      todayGiven: today,
      out: ear,
      err: ear,
      ask: nobody,
      files,
      waitMs,
    };
  }

  /** Runs one command line, without the program's name. */
  async run(words: readonly string[]): Promise<Ran> {
    this.#heard = "";
    this.#minute += 1;
    const { globals, origins, rerun } = this.#call;
    const quietly = globals.quiet ? ["--quiet"] : [];
    const exit = await rerun([...words, ...quietly], { context: this.context, origins });
    return { exit, output: this.#heard };
  }

  #minutes(): string {
    return String(this.#minute).padStart(2, "0");
  }
}

const nobody: Ask = {
  available: false,
  confirm: refuse,
  text: refuse,
  select: refuse,
};

async function refuse(question: string): Promise<never> {
  throw new Refusal("missing-value", `there is nobody to ask: ${question}`, "Give it as a flag.");
}
