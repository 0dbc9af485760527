import { Refusal } from "../../domain/refusal.ts";
import type { csvTable } from "../../formats/export-csv.ts";
import { jsonLines, jsonList } from "../../formats/export-json.ts";
import type { ExportSection } from "../../formats/export-section.ts";
import type { Question } from "../action.ts";
import type { Books } from "../books.ts";
import { choice, wholeNumber } from "../fields.ts";
import { type InputParser, inputOf } from "../input.ts";
import {
  type ExportChoice,
  type ExportFormat,
  type ExportName,
  exportChoices,
  exportFormats,
  exportNames,
  usualUpcoming,
} from "./export-choices.ts";
import { exportDocument } from "./export-document.ts";
import { auditSection, everySection, exportSection } from "./export-section.ts";

interface ExportInput {
  readonly format: ExportFormat;
  readonly what: ExportChoice;
  /** How far `upcoming` reaches. */
  readonly days: number;
  /** The writer of CSV, which is loaded only where it is needed. */
  readonly toCsv: typeof csvTable | null;
}

/** The text of an export, in pieces that are made as they are taken: history is never held as one. */
export interface ExportText {
  readonly format: ExportFormat;
  readonly what: ExportChoice;
  readonly chunks: Iterable<string>;
}

/** Writes the books out as text. Refuses (`usage`) a CSV of everything: its rows have the columns of one kind. */
export const exportBooks: Question<ExportInput, ExportText> = {
  name: "export",
  effect: "reads",
  input: exportInput(),
  decide: (books, input, { now }) => ({
    format: input.format,
    what: input.what,
    chunks: chunksOf(books, input, now),
  }),
};

function exportInput(): InputParser<ExportInput> {
  const said = inputOf(
    {},
    {
      format: choice(exportFormats),
      what: choice(exportChoices),
      days: wholeNumber(0, 3660),
    },
  );
  return {
    fields: said.fields,
    async read(words, around, action) {
      const {
        format = "json",
        what = "all",
        days = usualUpcoming,
      } = await said.read(words, around, action);
      if (format !== "csv") return { format, what, days, toCsv: null };
      if (what === "all") throw oneKindOnly();
      const { csvTable } = await import("../../formats/export-csv.ts");
      return { format, what, days, toCsv: csvTable };
    },
  };
}

function chunksOf(books: Books, input: ExportInput, now: string): Iterable<string> {
  const { format, what, days, toCsv } = input;
  if (what === "all") {
    return format === "json"
      ? exportDocument(books, now, days)
      : jsonLines(everySection(books, days));
  }
  const section = sectionOf(books, what, days);
  if (toCsv !== null) return toCsv(what, csvRows(section));
  return format === "json" ? jsonList(section) : jsonLines([section]);
}

function sectionOf(books: Books, what: ExportName, days: number): ExportSection {
  return what === "audit" ? auditSection(books) : exportSection(what, books, days);
}

function oneKindOnly(): Refusal {
  const choices = exportNames.map((name) => `--what ${name}`).join(", ");
  return new Refusal("usage", "a CSV holds records of one kind", `Choose: ${choices}.`);
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
