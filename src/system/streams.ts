import { writeSync } from "node:fs";
import { Refusal } from "../domain/refusal.ts";
import type { Stream } from "../world.ts";
import { type Terminal, terminalOf } from "./terminal.ts";

/** Standard output: writes until all is out, and refuses (`io`) when it cannot. A reader who left ends the program. */
export function outputStream(): Stream {
  return streamOn(1, (text) => {
    try {
      writeAll(1, text);
    } catch (error) {
      if (codeOf(error) === "EPIPE") throw error;
      throw new Refusal(
        "io",
        `cannot write the answer: ${reasonOf(error)}`,
        "What was asked may be done: look before asking again.",
      );
    }
  });
}

/** Standard error: what cannot be said there cannot be said. */
export function errorStream(): Stream {
  return streamOn(2, (text) => {
    try {
      writeAll(2, text);
    } catch {
      // nobody listens
    }
  });
}

function streamOn(descriptor: 1 | 2, write: (text: string) => void): Stream {
  let found: Terminal | null | undefined;
  const terminal = (): Terminal | null => {
    if (found === undefined) found = terminalOf(descriptor);
    return found;
  };
  return {
    write,
    get isTerminal() {
      return terminal() !== null;
    },
    get columns() {
      return terminal()?.columns ?? 80;
    },
  };
}

/**
 * Writes all of a text, waiting while a slow reader's pipe is full: `process.stdout` would load thirty modules, and
 * what it has not yet written is lost when the process ends.
 */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text, "utf8");
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

function reasonOf(error: unknown): string {
  return codeOf(error) === "ENOSPC" ? "the disk is full" : (codeOf(error) ?? String(error));
}
