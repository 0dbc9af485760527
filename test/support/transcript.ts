import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/main.ts";
import { commandLine } from "./command-words.ts";
import { type Kept, keptFiles } from "./promises.ts";
import { type Heard, testWorld } from "./test-world.ts";

/** One command of a transcript and what it did. */
export interface Run {
  readonly argv: readonly string[];
  readonly code: number;
  readonly heard: Heard;
}

/** A transcript with every expectation replaced by what happened, and its commands one by one. */
export interface Replayed {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Whether the files that were left have the shapes that are promised. */
  readonly files: readonly Kept[];
}

/**
 * Replays a transcript against the real program, in process, in a folder of its own.
 *
 * A line `home: name` begins anew with a copy of fixtures/homes/name (`home: none` with nothing), `mode: 777` changes the mode of that folder, `today: day` sets the
 * clock, `terminal: 80` gives the next commands a terminal so wide (`terminal: none` takes it away), `answer: text` is
 * said to the next question. `$` runs a line; what follows up to the next `$`, `#` or setting is what it printed:
 * stdout, then stderr after `! `, then `? code` if not 0. `~/` is the user's folder.
 */
export async function replayTranscript(source: string): Promise<Replayed> {
  const stage = new Stage();
  const lines: string[] = [];
  const runs: Run[] = [];
  let isOutput = false;
  for (const line of source.trimEnd().split("\n")) {
    if (line.startsWith("$ ")) {
      const run = await stage.run(line.slice(2));
      runs.push(run);
      lines.push(line, ...stage.shown(run), "");
      isOutput = true;
    } else if (stage.isSetBy(line) || line.startsWith("#")) {
      isOutput = false;
      lines.push(line);
    } else if (!isOutput) {
      lines.push(line);
    }
  }
  const files = keptFiles(stage.home);
  stage.close();
  return { text: `${lines.join("\n").trimEnd()}\n`, runs, files };
}

/** The folder, the clock and the person that the commands of a transcript share. */
export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), "valhalla-"));
  #today = "2026-01-15";
  #columns: number | null = null;
  #answers: string[] = [];
  #ids = 0;
  #minutes = 0;

  get home(): string {
    return join(this.#folder, ".valhalla");
  }

  /** Takes a line of settings; false when it is none. */
  isSetBy(line: string): boolean {
    const [, name, value = ""] = /^(home|mode|today|terminal|answer): ?(.*)$/.exec(line) ?? [];
    if (name === "home") this.#begin(value);
    else if (name === "mode") chmodSync(this.home, Number.parseInt(value, 8));
    else if (name === "today") this.#today = value;
    else if (name === "terminal") this.#columns = value === "none" ? null : Number(value);
    else if (name === "answer") this.#answers.push(value);
    return name !== undefined;
  }

  /** Runs one line, `valhalla list --json`. */
  async run(text: string): Promise<Run> {
    const { env, argv, input, output } = commandLine(text, this.#folder);
    this.#minutes += 1;
    const { world, heard } = testWorld({
      folder: this.#folder,
      today: this.#today,
      time: `12:${String(this.#minutes % 60).padStart(2, "0")}:00`,
      env,
      input,
      answers: this.#answers,
      columns: this.#columns,
      nextNumber: () => {
        this.#ids += 1;
        return this.#ids;
      },
    });
    const code = await main(argv, world);
    this.#answers = [];
    if (output !== null) {
      writeFileSync(output, heard.out);
      heard.out = "";
    }
    return { argv, code, heard };
  }

  /** The lines of a run as a transcript shows them. */
  shown({ code, heard }: Run): string[] {
    return [
      ...this.lines(heard.out),
      ...this.lines(heard.err).map((line) => `! ${line}`.trimEnd()),
      ...(code === 0 ? [] : [`? ${code}`]),
    ];
  }

  /** Lines of text with the folder written as `~`. */
  lines(text: string): string[] {
    const lines = text.replaceAll(this.#folder, "~").split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #begin(name: string): void {
    const { home } = this;
    rmSync(home, { recursive: true, force: true });
    this.#ids = 0;
    if (name === "none") return;
    cpSync(join("fixtures/homes", name), home, { recursive: true });
    chmodSync(home, 0o700);
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
    }
  }
}
