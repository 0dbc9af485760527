import type { Context } from "../context.ts";
import type { Change } from "../domain/change.ts";
import type { ImportFormat } from "../domain/imports/import-format.ts";
import { homeCurrency } from "../domain/settings/setting-table.ts";
import type { ImportFile } from "../formats/import-file.ts";
import { readImport } from "../formats/read-import.ts";
import { type Books, changeBooks, openStore, type Receipted, readBooks } from "./books.ts";
import { planForeign } from "./import-foreign.ts";
import { planOwn } from "./import-own.ts";
import type { ImportCounts, ImportPlan } from "./import-plan.ts";

export interface ImportInput {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly format: ImportFormat;
  readonly dry_run: boolean;
  /** Whether to take the rest where some rows cannot be taken. */
  readonly skip_refused: boolean;
}

/** What an import did, or with `dry_run` would do. */
export interface Imported extends ImportCounts, Receipted {
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
export async function importFile(context: Context, input: ImportInput): Promise<Imported> {
  const file = await readFile(context, input);
  // A home that is not there yet must not come to be by an import that is refused.
  if (input.dry_run || !openStore(context).isHome()) {
    const seen = await readBooks(context, (books) => decide(books, file, input, context).outcome);
    if (input.dry_run || !seen.accepted) return { ...seen, seq: null, hash: null };
  }
  return changeBooks(context, (books) => decide(books, file, input, context));
}

/** Apart, so that nobody holds on to the bytes. */
async function readFile(context: Context, { file, format }: ImportInput): Promise<ImportFile> {
  const currency = await readBooks(context, ({ snapshot }) => homeCurrency(snapshot.settings()));
  return readImport(await context.files.read(file), format, currency);
}

type Outcome = Omit<Imported, keyof Receipted>;

function decide(books: Books, file: ImportFile, input: ImportInput, context: Context) {
  const plan =
    file.format === "valhalla" ? planOwn(books, file) : planForeign(books, file, context);
  const { edits: _edits, ...counts } = plan;
  const accepted = input.skip_refused || counts.refused.length === 0;
  const outcome: Outcome = {
    dry_run: input.dry_run,
    format: file.format,
    accepted,
    ...counts,
    ignored: file.ignored,
  };
  return { change: accepted ? changeOf(plan, file) : null, outcome };
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
