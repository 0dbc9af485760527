import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { homeOf } from "./homes.ts";
import { benchDay, nameOf, type Recipe, type Situation, situationOf } from "./household.ts";
import { nothing, type Program, run, type Subject } from "./measurement.ts";

/** The built program with these words, the same in every run. */
export function typing(...words: readonly string[]): Subject {
  return { ...nothing, nth: () => programOf(words) };
}

/** A command that leaves a home of the bench as it is. */
export function reading(recipe: Recipe, ...words: readonly string[]): Subject {
  return typing(...inHome(homeOf(recipe)), ...words);
}

/**
 * A confirmation of a payment in a situation: of the next such payment in every run, and undone after it. Where it must
 * be refused, the exit code is 1.
 */
export function confirming(
  recipe: Recipe,
  situation: Situation,
  { flags = [], exit = 0 }: { readonly flags?: readonly string[]; readonly exit?: number } = {},
): Subject {
  const home = homeOf(recipe);
  const names = namesOf(recipe, situation);
  undoConfirmation(home);
  return {
    nth: (nth) => {
      const name = names[nth % names.length] ?? "";
      return programOf([...inHome(home), "confirm", name, ...flags], exit);
    },
    restore: () => undoConfirmation(home),
    close: () => {},
  };
}

/** An import of the export of a home, into a new home in every run. */
export function importing(recipe: Recipe): Subject {
  const folder = mkdtempSync(join(tmpdir(), "valhalla-bench-import-"));
  const [file, home] = [join(folder, "export.json"), join(folder, "home")];
  run(programOf([...inHome(homeOf(recipe)), "export", "-o", file]));
  return {
    nth: () => programOf([...inHome(home), "import", file]),
    restore: () => rmSync(home, { recursive: true }),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The names of a recipe's payments in a situation. */
export function namesOf({ payments }: Recipe, situation: Situation): string[] {
  const numbers = Array.from({ length: payments }, (_, number) => number);
  return numbers.filter((number) => situationOf(number) === situation).map(nameOf);
}

/** Takes back a confirmation that is the newest change; after a bench was interrupted there is one at its beginning, too. */
function undoConfirmation(home: string): void {
  const { out } = run(programOf([...inHome(home), "audit", "--limit", "1"]));
  const [newest]: { id: string; action: string }[] = JSON.parse(String(out));
  if (newest?.action === "confirm") run(programOf([...inHome(home), "undo", newest.id]));
}

function programOf(words: readonly string[], exit = 0): Program {
  return { words: [process.execPath, resolve("bin/valhalla.js"), ...words], exit };
}

const inHome = (home: string): string[] => ["--home", home, "--today", benchDay, "--json"];
