import * as z from "zod";
import { keyLine, nameLine, openLine, viewsFile } from "./beside-views.ts";
import { journalLine, shownEvent, verification } from "./journal.ts";
import * as outcomes from "./outcomes.ts";
import { confirmationRecord, paymentRecord, settingValue, transactionRecord } from "./records.ts";
import { instant, receipt } from "./values.ts";
import { confirmation, event, payment, reconciled, scheduled, shown } from "./views.ts";

/** One promised shape. */
export interface PromisedSchema {
  readonly name: string;
  /** What has this shape. */
  readonly of: string;
  readonly schema: z.ZodType;
}

/** The shape of every output and of every file, by the command that prints it. */
export const schemaTable: readonly PromisedSchema[] = [
  output("init", outcomes.initialized),
  output("demo", outcomes.demo),
  output("add", outcomes.changedPayment),
  output("list", z.array(payment)),
  output("show", shown),
  output("edit", outcomes.changedPayment),
  output("pause", outcomes.restatedPayment),
  output("resume", outcomes.restatedPayment),
  output("cancel", outcomes.restatedPayment),
  output("delete", outcomes.changedPayment),
  output("schedule", z.array(scheduled)),
  output("skip", outcomes.changedCycle),
  output("unskip", outcomes.changedCycle),
  output("move", outcomes.changedCycle),
  output("expect", outcomes.changedCycle),
  output("confirm", outcomes.confirmed),
  output("unconfirm", outcomes.unconfirmed),
  output("confirmations", z.array(outcomes.confirmationRow)),
  output("ledger list", z.array(transactionRecord)),
  output("ledger balance", z.array(outcomes.balance)),
  output("ledger post", outcomes.posted),
  output("reconcile", reconciled),
  output("audit list", z.array(event)),
  output("audit show", shownEvent),
  output("audit verify", verification),
  output("audit checkpoint", z.strictObject({ seq: z.int(), head: z.string() })),
  output("audit note", z.strictObject({ ...receipt, note: z.string() })),
  output("undo", outcomes.undone),
  output("undo --list", z.array(event)),
  output("import", outcomes.imported),
  output("export", exportDocument()),
  output("export --output", outcomes.exported),
  output("config list", z.array(outcomes.setting)),
  output("config get", outcomes.setting),
  output("config set", outcomes.changedSetting),
  output("config unset", outcomes.changedSetting),
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

function configFile(): z.ZodType {
  const nested: z.ZodType = z.lazy(() => z.record(z.string(), z.union([settingValue, nested])));
  return nested;
}
