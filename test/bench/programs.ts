import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { benchDay, benchHome } from "./bench-homes.ts";
import { benchName, settleable } from "./bench-plots.ts";
import type { Program } from "./measure.ts";

/** How large a home is. */
export interface Size {
  readonly payments: number;
  readonly confirmations: number;
}

/** A program for each run of a measurement, and what tidies up after them all. */
export interface Programs {
  readonly nth: (nth: number) => Program;
  readonly close: () => void;
}

/** The built program with these words, the same in every run. */
export function typing(...words: readonly string[]): Programs {
  return { nth: () => [resolve("bin/valhalla.js"), ...words], close: () => {} };
}

/** A command that reads a home of the bench. */
export function reading(size: Size, ...words: readonly string[]): Programs {
  return typing(...inHome(benchHome(size.payments, size.confirmations)), ...words);
}

/** A confirmation of another payment in every run, in a copy of a home. */
export function confirming({ payments, confirmations }: Size): Programs {
  const folder = mkdtempSync(join(tmpdir(), "valhalla-bench-copy-"));
  // The times of the files belong to what the views are known by, and Node does not copy them whole.
  execFileSync("cp", ["-a", benchHome(payments, confirmations), join(folder, "home")]);
  const names = settleable(payments).map(benchName);
  return {
    nth: (nth) => {
      const name = names[nth];
      if (name === undefined) throw new Error(`there are only ${names.length} payments to confirm`);
      return [resolve("bin/valhalla.js"), ...inHome(join(folder, "home")), "confirm", name];
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

const inHome = (home: string): string[] => ["--home", home, "--today", benchDay, "--json"];
