import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Environment } from "./built-program.ts";

/** Whether terminals can be had here. */
export const hasTerminal = spawnSync("tmux", ["-V"]).status === 0;

/** A real terminal with a program in it: keys go in, and its screen can be read. */
export class Terminal {
  readonly #name = `valhalla-${randomUUID()}`;

  /** Begins a shell line in a terminal of that size; the line's exit code is shown after it, as `[code]`. */
  constructor(line: string, columns: number, env: Environment) {
    const assignments = Object.entries(env)
      .filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => ["-e", `${name}=${value}`]);
    this.#tmux(
      ["new-session", "-d", "-x", String(columns), "-y", "40", ...assignments],
      [`${line}; echo "[$?]"; sleep 60`],
    );
  }

  /** Types a line, with Enter. */
  type(text: string): void {
    this.#tmux(["send-keys", "-l"], [text]);
    this.press("Enter");
  }

  /** Presses a key by its name in tmux: `Enter`, `C-c`, `Down`. */
  press(key: string): void {
    this.#tmux(["send-keys"], [key]);
  }

  /** Waits until the screen shows something, and gives the screen. */
  async shows(wanted: string | RegExp): Promise<string> {
    let screen = "";
    for (let tries = 0; tries < 200; tries++) {
      screen = this.#tmux(["capture-pane", "-p"], []).replace(/\s+$/gm, "\n");
      if (typeof wanted === "string" ? screen.includes(wanted) : wanted.test(screen)) return screen;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the screen never showed ${wanted}:\n${screen}`);
  }

  close(): void {
    this.#tmux(["kill-server"], []);
  }

  #tmux(command: readonly string[], rest: readonly string[]): string {
    return execFileSync("tmux", ["-L", this.#name, ...command, ...rest], { encoding: "utf8" });
  }
}
