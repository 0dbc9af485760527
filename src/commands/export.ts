import { exportBooks } from "../actions/kept/export.ts";
import {
  type ExportChoice,
  type ExportFormat,
  exportChoices,
  exportFormats,
  usualUpcoming,
} from "../actions/kept/export-choices.ts";
import { ask } from "../actions/perform.ts";
import { escapeControls } from "../domain/words/escape-controls.ts";
import { cleanText } from "../render/clean-text.ts";
import { withoutFlags } from "./answer.ts";
import { describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";

/** Where an export went. */
export interface Exported {
  readonly file: string;
  readonly format: ExportFormat;
  readonly what: ExportChoice;
}

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla export -o books.json",
      "valhalla export --format csv --what confirmations -o paid.csv",
      "valhalla export --format jsonl --what upcoming --days 30",
    ],
    exits: [3, 74],
    notes:
      "The JSON of everything is what import takes back. A file is put in place whole or not at all.",
  })
    .option("--format <format>", `one of ${exportFormats.join(", ")} (default: json)`)
    .option("--what <what>", `one of ${exportChoices.join(", ")} (default: all)`)
    .option("--days <n>", `how far upcoming reaches, 0 to 3660 (default: ${usualUpcoming})`)
    .option("-o, --output <file>", "write to a file instead of standard output");
  on(command, async (call) => {
    const { files, out } = call.context;
    const said = withoutFlags(call.typed, ["output"]);
    const { chunks, format, what } = await ask(call.context, exportBooks, said);
    const file = call.typed["output"];
    if (typeof file === "string" && file !== "-") {
      files.write(file, chunks);
      return respond<Exported>(call, { file, format, what }, { text: renderExported });
    }
    for (const chunk of chunks) out.write(out.isTerminal ? escapeControls(chunk) : chunk);
    return 0;
  });
};

const renderExported = ({ file, what }: Exported): string =>
  `Exported ${what === "all" ? "everything" : what} to ${cleanText(file)}`;
