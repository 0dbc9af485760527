import type { Change } from "../../domain/change.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { importFormats } from "../../domain/imports/import-format.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { ImportFile } from "../../formats/import-file.ts";
import { readImport } from "../../formats/read-import.ts";
import type { Deed } from "../action.ts";
import { choice, day, text, yesOrNo } from "../fields.ts";
import { type InputParser, inputOf } from "../input.ts";
import { planForeign } from "./import-foreign.ts";
import { planOwn } from "./import-own.ts";
import type { ImportCounts, ImportPlan } from "./import-plan.ts";

interface ImportInput {
  readonly file: ImportFile;
  /** Whether to take the rest where some rows cannot be taken. */
  readonly skip_refused: boolean;
  /** From which day on what comes from another program is owed; null takes what is usual. */
  readonly owed_from: Day | null;
}

/** What an import did. */
export interface Imported extends ImportCounts {
  /** Whether it only shows what would come in; a dry run says so in place of this. */
  readonly dry_run: boolean;
  readonly format: ImportFile["format"];
  /** False when nothing was kept because some rows were refused. */
  readonly accepted: boolean;
  readonly ignored: readonly string[];
}

/**
 * Brings a file in, as one change: all of it, or nothing where a row is refused, unless told to skip
 * those. Bringing the same file in again adds nothing.
 */
export const importFile: Deed<ImportInput, Imported> = {
  name: "import",
  effect: "changes",
  input: fileInput(),
  decide(books, { file, skip_refused, owed_from }, given) {
    if (file.format === "valhalla" && owed_from !== null) throw takenAsItWas();
    const plan =
      file.format === "valhalla"
        ? planOwn(books, file)
        : planForeign(books, file, given, owed_from);
    const { edits: _edits, ...counts } = plan;
    const accepted = skip_refused || counts.refused.length === 0;
    const { format, ignored } = file;
    return {
      change: accepted ? changeOf(plan, file) : null,
      outcome: { dry_run: false, format, accepted, ...counts, ignored },
    };
  },
};

/** What is said is a path, or `-` for standard input; what is decided on is the file, read. */
function fileInput(): InputParser<ImportInput> {
  const said = inputOf(
    { file: text },
    { format: choice(importFormats), skip_refused: yesOrNo, owed_from: day },
  );
  return {
    fields: said.fields,
    async read(words, around, action) {
      const {
        file,
        format = "auto",
        skip_refused = false,
        owed_from = null,
      } = await said.read(words, around, action);
      const bytes = await around.files.read(file);
      return {
        file: await readImport(bytes, format, around.currency()),
        ...{ skip_refused, owed_from },
      };
    },
  };
}

function takenAsItWas(): Refusal {
  return new Refusal(
    "usage",
    "an export of valhalla is taken as it was, and says itself from when on its payments are owed",
    "Leave out --owed-from; afterwards: valhalla edit <payment> --owed-from DAY",
  );
}

function changeOf(plan: ImportPlan, file: ImportFile): Change | null {
  const { payments, confirmations, transactions, settings, refused, edits } = plan;
  const meta = {
    format: file.format,
    payments: payments.added,
    confirmations: confirmations.added,
    transactions: transactions.added,
    settings: settings.added,
    refused: refused.length,
  };
  const added = meta.payments + meta.confirmations + meta.transactions + meta.settings;
  return added === 0 ? null : { area: "import", action: "import", ref_id: null, meta, edits };
}
