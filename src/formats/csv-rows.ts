import { type Info, parse } from "csv-parse/sync";
import type { RefusedRow } from "../domain/imports/foreign.ts";
import { Refusal } from "../domain/refusal.ts";
import { escapeControls } from "../domain/words/escape-controls.ts";
import { confirmationFields, readForeignConfirmation } from "./foreign-confirmation.ts";
import { paymentFields, readForeignPayment } from "./foreign-payment.ts";
import type { ForeignFile } from "./import-file.ts";

/**
 * Reads a CSV of payments or of confirmations, told apart by its columns: one with `paid_on` holds
 * confirmations. The first line names the columns, as the JSON keys do or in other usual words; cells
 * are parted by `,`, `;` or tabs, whichever the first line has most of. An empty cell says nothing.
 */
export function readCsv(text: string, currency: string): ForeignFile {
  const [header, ...lines] = parsed(text);
  if (header === undefined)
    throw new Refusal(
      "bad-input-file",
      "the file is empty",
      "Its first line names the columns, such as name,amount,due_day.",
    );
  const columns = header.record.map(columnName);
  const table: Table = { columns, lines, refused: [] };
  return columns.includes("paid_on") ? confirmationsIn(table) : paymentsIn(table, currency);
}

interface Table {
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
  readonly refused: RefusedRow[];
}

function confirmationsIn(table: Table): ForeignFile {
  refuseColumns(table.columns, ["payment_id", "amount"]);
  const confirmations = readRows(table, confirmationFields, readForeignConfirmation);
  return { ...fileOf(table, confirmationFields), payments: [], confirmations };
}

function paymentsIn(table: Table, currency: string): ForeignFile {
  refuseColumns(table.columns, ["name", "amount"]);
  const defaults = { kind: "bill", currency, written_at: null } as const;
  const payments = readRows(table, paymentFields, (row, where, refused) =>
    readForeignPayment(row, where, defaults, refused),
  );
  return { ...fileOf(table, paymentFields), payments, confirmations: [] };
}

function fileOf({ columns, refused }: Table, known: ReadonlySet<string>) {
  const ignored = columns.filter((column) => !known.has(column));
  return { format: "csv", refused, ignored } as const;
}

function readRows<Row>(
  { columns, lines, refused }: Table,
  known: ReadonlySet<string>,
  read: (row: unknown, where: string, refused: RefusedRow[]) => Row | null,
): Row[] {
  return lines.flatMap(({ record, line }) => {
    const where = `line ${line}`;
    if (record.length > columns.length) {
      refused.push({ where, reason: `has ${record.length} cells for ${columns.length} columns` });
      return [];
    }
    return read(rowOf(columns, record, known), where, refused) ?? [];
  });
}

interface Line {
  readonly record: readonly string[];
  /** Where it begins, from 1; a quoted cell may hold more lines. */
  readonly line: number;
}

function parsed(text: string): Line[] {
  const lines: Line[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: 65_536,
      on_record: (record: string[], { lines: read }: Info) => {
        // The parser counts the lines read so far; blank ones and those of quoted cells are among them.
        if (record.some((cell) => cell.trim() !== "")) lines.push({ record, line });
        line = read + 1;
        return null;
      },
    });
  } catch (error) {
    throw new Refusal(
      "bad-input-file",
      `the file is not CSV: ${faultOf(error)}`,
      "Mend it there, or save it as CSV anew from where it came.",
    );
  }
  return lines;
}

/** The parser's own words, of which the first sentence says it; they may hold what the file holds. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quoted cell never ends";
  return escapeControls(message.replace(/\s+/g, " ").slice(0, 120));
}

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r\n|\n|\r/, 1);
  const bare = first.replace(/"[^"]*"/g, "");
  const count = (sign: string) => bare.split(sign).length;
  return [",", ";", "\t"].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** Other words for a column that can mean one thing only. */
const columnWords: Readonly<Record<string, string>> = {
  payment: "payment_id",
  date: "paid_on",
  paid: "paid_on",
  date_paid: "paid_on",
  reference: "ref",
  note: "notes",
  type: "kind",
  frequency: "cadence",
  account: "account_id",
  tag: "tags",
  starts_on: "start",
  autopay: "autopay_enabled",
};

function columnName(cell: string): string {
  const name = cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return (Object.hasOwn(columnWords, name) ? columnWords[name] : undefined) ?? name;
}

function refuseColumns(columns: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((name) => !columns.includes(name));
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (missing.length === 0 && twice === undefined) return;
  throw new Refusal(
    "bad-input-file",
    twice === undefined
      ? `the first line names no column ${missing.join(" and no column ")}`
      : `the first line names the column ${twice} twice`,
    "Payments need name and amount; confirmations need payment_id, paid_on and amount.",
  );
}

function rowOf(
  columns: readonly string[],
  record: readonly string[],
  known: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const cells = columns.map((column, index) => [column, unescaped(record[index] ?? "").trim()]);
  return Object.fromEntries(
    cells.filter(([column, cell]) => cell !== "" && known.has(column ?? "")),
  );
}

/** Spreadsheets would compute `=1+1`, so exports write it after an apostrophe, which is taken off again here. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
