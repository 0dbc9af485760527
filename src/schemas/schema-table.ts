import * as z from "zod";
import { exportChoices, exportFormats } from "../actions/kept/export-choices.ts";
import { actionTable } from "../actions/table.ts";
import type { ActionShape } from "./action-shape.ts";
import { keyLine, nameLine, openLine, viewsFile } from "./beside-views.ts";
import { journalLine } from "./journal.ts";
import * as outcomes from "./outcomes.ts";
import { performed } from "./performed.ts";
import { confirmationRecord, paymentRecord, settingValue, transactionRecord } from "./records.ts";
import { instant } from "./values.ts";
import { confirmation, payment, scheduled } from "./views.ts";

/** One promised shape. */
export interface PromisedSchema {
  readonly name: string;
  /** What has this shape. */
  readonly of: string;
  readonly schema: z.ZodType;
}

/** The shape of every output and of every file, by the command that prints it. */
export const schemaTable: readonly PromisedSchema[] = [
  ...actionTable.map(outputOf),
  output("demo", outcomes.demo),
  output("doctor", outcomes.diagnosis),
  output("doctor --repair", outcomes.repaired),
  output("export", exportDocument()),
  output("export --output", exportedFile()),
  output("schema", z.array(z.strictObject({ name: z.string(), of: z.string() }))),
  output("help", z.strictObject({ name: z.string(), about: z.string(), text: z.string() })),
  {
    name: "error",
    of: "what every command prints on stderr under --json when it refuses",
    schema: z.strictObject({
      error: z.strictObject({
        code: z.string(),
        message: z.string(),
        hint: z.string(),
      }),
    }),
  },
  file(
    "payments",
    "payments/payments.json, a payment a line",
    z.strictObject({ payments: z.array(paymentRecord) }),
  ),
  file("confirmation", "a line of pay_confirm/YYYY-MM.jsonl", confirmationRecord),
  file("transaction", "a line of ledger/YYYY-MM.jsonl", transactionRecord),
  file("journal", "a line of audit_log/NNNNNN.jsonl", journalLine),
  file("name", "a line of lookups/names.jsonl: what a payment is found by", nameLine),
  file("open", "a line of lookups/open.jsonl: what is open of a payment", openLine),
  file("key", "a line of lookups/keys/NN.jsonl: what was kept under an idempotency key", keyLine),
  file("views", "views.json: how far the files above follow the journal", viewsFile),
  file("config", "config.json, settings nested by the dots of their keys", configFile()),
];

/** What a command prints of its action: a change with its receipt; of a schedule the cycles alone. */
function outputOf({ action, output: outcome }: ActionShape): PromisedSchema {
  const { name, effect } = action;
  if (name === "schedule") return output(name, z.array(scheduled));
  const isChange = effect === "changes" && outcome instanceof z.ZodObject;
  return output(name, isChange ? performed.extend(outcome.shape) : outcome);
}

function output(command: string, schema: z.ZodType): PromisedSchema {
  return { name: command, of: `the output of valhalla ${command} --json`, schema };
}

function file(name: string, of_: string, schema: z.ZodType): PromisedSchema {
  return { name: `file ${name}`, of: of_, schema };
}

function exportDocument(): z.ZodType {
  return z.strictObject({
    schema_version: z.int(),
    generated_at: instant,
    payments: z.array(payment),
    upcoming: z.array(scheduled),
    confirmations: z.array(confirmation),
    transactions: z.array(transactionRecord),
    settings: z.record(z.string(), settingValue),
    alerts: z.array(z.unknown()),
    shield: z.strictObject({
      enabled: z.boolean(),
      active: z.boolean(),
      reason: z.string().nullable(),
      notes: z.string(),
      triggered_at: instant.nullable(),
      updated_at: instant.nullable(),
    }),
    budget: z.looseObject({}),
  });
}

function exportedFile(): z.ZodType {
  return z.strictObject({
    file: z.string(),
    format: z.enum(exportFormats),
    what: z.enum(exportChoices),
  });
}

function configFile(): z.ZodType {
  const nested: z.ZodType = z.lazy(() => z.record(z.string(), z.union([settingValue, nested])));
  return nested;
}
