import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import { globalFlags } from "./globals.ts";
import { commandTable } from "./table.ts";

/** The refusal of a line whose command, or whose flag before any command, does not exist. */
export function unknownCommand(command: string | null, words: readonly string[]): Refusal {
  if (command === null) {
    const flag = words[0] ?? "";
    const known = globalFlags.flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []);
    return new Refusal("usage", `unknown option '${flag}'`, didYouMean(nearest(flag, known)));
  }
  const names = commandTable.map(({ name }) => name);
  return new Refusal("usage", `unknown command '${command}'`, didYouMean(nearest(command, names)));
}

function didYouMean(names: readonly string[]): string {
  return names.length > 0 ? `Did you mean ${names.join(" or ")}?` : "See: valhalla --help";
}
