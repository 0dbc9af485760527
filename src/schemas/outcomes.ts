import * as z from "zod";
import type { Receipted } from "../actions/books.ts";
import type { SettingChanged, SettingView } from "../actions/config.ts";
import type { Confirmed } from "../actions/confirm.ts";
import type { ConfirmationRow } from "../actions/confirmations.ts";
import type { Demo } from "../actions/demo.ts";
import type { CycleChanged } from "../actions/exception.ts";
import type { Exported } from "../actions/export.ts";
import type { Imported } from "../actions/import.ts";
import type { Initialized } from "../actions/init.ts";
import type { PostedOutcome } from "../actions/ledger.ts";
import type { Unconfirmed } from "../actions/unconfirm.ts";
import type { Undone } from "../actions/undo.ts";
import { cycleStatuses } from "../domain/cycles/cycle-status.ts";
import type { Balance } from "../domain/ledger/posting.ts";
import { settingValue, transactionRecord } from "./records.ts";
import { currency, day, decimal, id, minor, receipt } from "./values.ts";
import { confirmation, event, payment, scheduled } from "./views.ts";

/** A payment that was added, changed or deleted, with the receipt of the change. */
export const changedPayment = payment.extend(receipt);

/** A payment that was paused, resumed or cancelled. */
export const restatedPayment = changedPayment.extend({ on: day });

/** A cycle about which something was said. */
export const changedCycle = scheduled.extend({
  ...receipt,
  next_due: day.nullable(),
}) satisfies z.ZodType<CycleChanged>;

/** A confirmation that was recorded. */
export const confirmed = confirmation.extend({
  ...receipt,
  cycle_status: z.enum(cycleStatuses),
  remaining: decimal,
  name: z.string(),
  date: day,
}) satisfies z.ZodType<Confirmed & Receipted>;

/** A confirmation that was voided. */
export const unconfirmed = confirmation.extend({
  ...receipt,
  cycle_status: z.enum(cycleStatuses).nullable(),
  remaining: decimal.nullable(),
  name: z.string(),
  reversal_id: id.nullable(),
}) satisfies z.ZodType<Unconfirmed & Receipted>;

/** A confirmation in a list, with the name of its payment. */
export const confirmationRow = confirmation.extend({
  name: z.string(),
}) satisfies z.ZodType<ConfirmationRow>;

/** What an account of the ledger comes to in one currency. */
export const balance = z.strictObject({
  account: z.string(),
  amount: decimal,
  amount_minor: minor,
  currency,
}) satisfies z.ZodType<Balance>;

/** Transactions that were posted. */
export const posted = z.strictObject({
  ...receipt,
  posted: z.array(transactionRecord),
}) satisfies z.ZodType<PostedOutcome & Receipted>;

/** A change that was taken back. */
export const undone = z.strictObject({
  ...receipt,
  undone: event,
  records: z.int(),
}) satisfies z.ZodType<Undone & Receipted>;

const taken = z.strictObject({ added: z.int(), duplicates: z.int() });

/** What an import took, or would take. */
export const imported = z.strictObject({
  ...receipt,
  dry_run: z.boolean(),
  format: z.enum(["valhalla", "old", "csv"]),
  accepted: z.boolean(),
  payments: taken,
  confirmations: taken.extend({ linked: z.int(), unlinked: z.int() }),
  transactions: taken,
  settings: taken,
  refused: z.array(z.strictObject({ where: z.string(), reason: z.string() })),
  ignored: z.array(z.string()),
}) satisfies z.ZodType<Imported>;

/** A file that was written. */
export const exported = z.strictObject({
  file: z.string(),
  format: z.enum(["json", "jsonl", "csv"]),
  what: z.enum(["all", "payments", "upcoming", "confirmations", "ledger", "audit"]),
}) satisfies z.ZodType<Exported>;

/** Books that were started. */
export const initialized = z.strictObject({
  ...receipt,
  home: z.string(),
  currency: z.string().nullable(),
  timezone: z.string().nullable(),
  account: z.string().nullable(),
  payment: changedPayment.nullable(),
}) satisfies z.ZodType<Initialized & Receipted>;

/** A household that was played with. */
export const demo = z.strictObject({
  home: z.string().nullable(),
  kept: z.boolean(),
  payments: z.int(),
  confirmations: z.int(),
  from: day,
  to: day,
  steps: z.array(
    z.strictObject({ why: z.string(), command: z.string(), exit: z.int(), output: z.string() }),
  ),
}) satisfies z.ZodType<Demo>;

/** A setting as it stands. */
export const setting = z.strictObject({
  key: z.string(),
  value: settingValue.nullable(),
  origin: z.enum(["flag", "environment", "config.json", "default"]),
  meaning: z.string().nullable(),
  problem: z.string().nullable(),
}) satisfies z.ZodType<SettingView>;

/** A setting that was changed. */
export const changedSetting = setting.extend({
  ...receipt,
  before: settingValue.nullable(),
}) satisfies z.ZodType<SettingChanged>;
