import { type Exported, type ExportInput, exportBooks } from "../actions/export.ts";
import { exportChoices, exportFormats } from "../actions/export-choices.ts";
import { cleanText } from "../render/clean-text.ts";
import { describeCommand, type Register } from "./command.ts";
import { choiceFlag, wholeNumberFlag } from "./flags.ts";
import { respond } from "./respond.ts";

interface ExportFlags {
  readonly format: ExportInput["format"];
  readonly what: ExportInput["what"];
  readonly days: number;
  readonly output?: string;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("export"), {
    examples: [
      "valhalla export -o books.json",
      "valhalla export --format csv --what confirmations -o paid.csv",
      "valhalla export --format jsonl --what upcoming --days 30",
    ],
    exits: [3, 74],
    notes:
      "The JSON of everything is what import takes back. A file is put in place whole or not at all.",
  })
    .option(
      "--format <format>",
      `one of ${exportFormats.join(", ")}`,
      choiceFlag("--format", exportFormats),
      "json",
    )
    .option(
      "--what <what>",
      `one of ${exportChoices.join(", ")}`,
      choiceFlag("--what", exportChoices),
      "all",
    )
    .option(
      "--days <n>",
      "how far upcoming reaches, 0 to 3660",
      wholeNumberFlag("--days", 0, 3660),
      90,
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .action(async ({ format, what, days, output }: ExportFlags) => {
      const exported = await exportBooks(call.context, {
        ...{ format, what, days },
        file: output ?? null,
      });
      if (exported !== null) await respond(call, exported, { text: renderExported });
    });
};

const renderExported = ({ file, what }: Exported): string =>
  `Exported ${what === "all" ? "everything" : what} to ${cleanText(file)}`;
