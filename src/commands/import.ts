import { type Imported, importFile } from "../actions/import.ts";
import { type ImportFormat, importFormats } from "../domain/imports/import-format.ts";
import { Refusal } from "../domain/refusal.ts";
import { renderImported } from "../render/imported.ts";
import { describeCommand, type Register } from "./command.ts";
import { choiceFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

interface ImportFlags {
  readonly format: ImportFormat;
  readonly dryRun?: boolean;
  readonly skipRefused?: boolean;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("import <file>"), {
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
    .option(
      "--format <format>",
      `one of ${importFormats.join(", ")}`,
      choiceFlag("--format", importFormats),
      "auto",
    )
    .option("--dry-run", "show what would come in, and keep nothing")
    .option("--skip-refused", "take the rest where some rows cannot be taken")
    .action(async (file: string, flags: ImportFlags) => {
      const imported = await importFile(call.context, {
        file,
        format: flags.format,
        dry_run: flags.dryRun ?? false,
        skip_refused: flags.skipRefused ?? false,
      });
      await respond(call, imported, { text: renderImported, hints: hintsAfterImport });
      if (!imported.accepted) throw refusedRows(imported);
    });
};

function hintsAfterImport(imported: Imported): string[] {
  const ignored =
    imported.ignored.length === 0 ? [] : [`Passed over: ${imported.ignored.join(", ")}`];
  const next = imported.confirmations.unlinked > 0 ? "valhalla reconcile" : "valhalla schedule";
  return imported.seq === null ? ignored : [...ignored, ...changeHints(imported, next)];
}

function refusedRows({ refused, dry_run }: Imported): Refusal {
  const faults = refused.length === 1 ? "1 fault" : `${refused.length} faults`;
  return new Refusal(
    "not-allowed",
    `the file has ${faults}${dry_run ? "" : ", so nothing was imported"}`,
    "Mend the file, or take the rest with --skip-refused.",
  );
}
