import { type Imported, importFile } from "../actions/kept/import.ts";
import { importFormats } from "../domain/imports/import-format.ts";
import { Refusal } from "../domain/refusal.ts";
import { counted } from "../domain/words/counted.ts";
import { renderImported } from "../render/imported.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<file>"), {
    examples: [
      "valhalla import payments.json --dry-run",
      "valhalla import confirmations.json",
      "valhalla import bills.csv --skip-refused",
      "valhalla export --home ~/old | valhalla import -",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "It takes an export of valhalla, a file of the old service (payments, bills, subscriptions, confirmations) and a CSV of payments or confirmations whose first line names the columns. All of the file comes in as one change, or none of it. The same file twice adds nothing.",
  })
    .option("--format <format>", `one of ${importFormats.join(", ")} (default: auto)`)
    .option("--skip-refused", "take the rest where some rows cannot be taken")
    .option(
      "--owed-from <day>",
      "what was due before is owed only where it is named (default: today, less the days of grace)",
    );
  changes(command, on, importFile, {
    text: renderImported,
    hints: ({ ignored }) => (ignored.length === 0 ? [] : [`Passed over: ${namesIn(ignored)}`]),
    next: ({ confirmations }) =>
      confirmations.unlinked > 0 ? "valhalla reconcile" : "valhalla schedule",
    refusal: refusedRows,
  });
};

function refusedRows({ accepted, refused }: Imported): Refusal | null {
  if (accepted) return null;
  return new Refusal(
    "not-allowed",
    `the file has ${counted(refused.length, "fault")}, so nothing was imported`,
    "Mend the file, or take the rest with --skip-refused.",
  );
}

/** The first keys by name, each cut short: a file may have any number of them, of any length. */
function namesIn(keys: readonly string[]): string {
  const named = keys.slice(0, mostNamed).map((key) => key.slice(0, 80));
  const more = keys.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const mostNamed = 20;
