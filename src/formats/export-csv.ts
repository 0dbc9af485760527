import { stringify } from "csv-stringify/sync";

/** What a CSV has columns for, by name, in order. */
export const csvColumns = {
  payments:
    "id name kind payee amount amount_minor currency cadence every due_day rule start next_due next_due_override autopay_enabled autopay_verified account_id category tags essential status url phone email notes created_at updated_at",
  upcoming:
    "date cycle payment_id name kind amount amount_minor currency status remaining autopay_enabled autopay_verified",
  confirmations:
    "id payment_id cycle paid_on amount amount_minor currency expected method ref notes source transaction_id created_at voided_at",
  ledger:
    "transaction_id date description account amount currency confirmation_id reverses created_at",
  audit: "id seq ts actor area action ref_id meta prev hash",
} as const;

/** The columns whose text is a number that may begin with a minus: not a formula. */
const amounts: ReadonlySet<unknown> = new Set(["amount", "amount_minor", "remaining", "expected"]);

/**
 * A CSV with a line of column names, some rows at a time. Lists are words with spaces between, objects
 * JSON, null an empty cell. A text that a spreadsheet would compute begins with an apostrophe.
 */
export function* csvTable(
  table: keyof typeof csvColumns,
  rows: Iterable<object>,
): Generator<string> {
  const columns = csvColumns[table].split(" ");
  yield `${columns.join(",")}\n`;
  let batch: object[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < rowsAtATime) continue;
    yield csvOf(batch, columns);
    batch = [];
  }
  if (batch.length > 0) yield csvOf(batch, columns);
}

const rowsAtATime = 1000;

function csvOf(rows: object[], columns: readonly string[]): string {
  return stringify(rows, {
    columns: [...columns],
    escape_formulas: true,
    cast: {
      boolean: String,
      object: (value) => (Array.isArray(value) ? value.join(" ") : JSON.stringify(value)),
      string: (value, { column }) =>
        value.startsWith("-") && amounts.has(column) ? { value, escape_formulas: false } : value,
    },
  });
}
