import type { Context } from "../context.ts";
import { Refusal } from "../domain/refusal.ts";
import { escapeControls } from "../domain/words/escape-controls.ts";
import { jsonLines, jsonList } from "../formats/export-json.ts";
import type { ExportSection } from "../formats/export-section.ts";
import { readBooks } from "./books.ts";
import {
  type ExportFormat,
  type ExportName,
  type exportChoices,
  exportNames,
} from "./export-choices.ts";
import { exportDocument } from "./export-document.ts";
import { auditSection, everySection, exportSection } from "./export-section.ts";

export interface ExportInput {
  readonly format: ExportFormat;
  readonly what: (typeof exportChoices)[number];
  /** How far `upcoming` reaches. */
  readonly days: number;
  /** A path; null or `-` for standard output. */
  readonly file: string | null;
}

/** Where the export went. */
export interface Exported {
  readonly file: string;
  readonly format: ExportFormat;
  readonly what: ExportInput["what"];
}

/**
 * Writes the books out, to a file whole or not at all, or to standard output as they are read. Null when
 * standard output has it. Refuses (`usage`) a CSV of everything: its rows have the columns of one kind.
 */
export async function exportBooks(context: Context, input: ExportInput): Promise<Exported | null> {
  const { format, what, file } = input;
  if (format === "csv" && what === "all") {
    const choices = exportNames.map((name) => `--what ${name}`).join(", ");
    throw new Refusal("usage", "a CSV holds records of one kind", `Choose: ${choices}.`);
  }
  const chunks = await exportChunks(context, input);
  if (file !== null && file !== "-") {
    context.files.write(file, chunks);
    return { file, format, what };
  }
  const { out } = context;
  for (const chunk of chunks) out.write(out.isTerminal ? escapeControls(chunk) : chunk);
  return null;
}

function exportChunks(context: Context, input: ExportInput): Promise<Iterable<string>> {
  const { format, what, days } = input;
  if (what === "all") {
    return readBooks(context, (books) =>
      format === "json"
        ? exportDocument(books, context.clock.now(), days)
        : jsonLines(everySection(books, days)),
    );
  }
  return exportOfOne(context, { ...input, what });
}

async function exportOfOne(
  context: Context,
  { format, what, days }: ExportInput & { readonly what: ExportName },
): Promise<Iterable<string>> {
  const section = await readBooks(context, (books) =>
    what === "audit" ? auditSection(context) : exportSection(what, books, days),
  );
  switch (format) {
    case "json":
      return jsonList(section);
    case "jsonl":
      return jsonLines([section]);
    case "csv": {
      const { csvTable } = await import("../formats/export-csv.ts");
      return csvTable(what, csvRows(section));
    }
  }
}

/** A transaction has a row for each posting; any other record is a row. */
function* csvRows({ rows }: ExportSection): Generator<object> {
  for (const row of rows) {
    if (!("postings" in row) || !Array.isArray(row.postings)) yield row;
    else {
      const transaction_id = "id" in row ? row.id : null;
      for (const posting of row.postings) yield { ...row, transaction_id, ...posting };
    }
  }
}
