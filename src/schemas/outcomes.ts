import * as z from "zod";
import type { CycleChanged } from "../actions/due/change-cycle.ts";
import type { Now } from "../actions/due/now.ts";
import type { Schedule } from "../actions/due/schedule.ts";
import type { SkippedBefore } from "../actions/due/skip-before.ts";
import type { Adopted } from "../actions/kept/adopt.ts";
import type { Demo } from "../actions/kept/demo.ts";
import type { Diagnosis } from "../actions/kept/doctor.ts";
import type { Imported } from "../actions/kept/import.ts";
import type { Initialized } from "../actions/kept/init.ts";
import type { SettingChanged } from "../actions/kept/set.ts";
import type { SettingView } from "../actions/kept/setting-view.ts";
import type { PostedOutcome } from "../actions/money/post.ts";
import type { Edited } from "../actions/owed/edit.ts";
import type { StatusSet } from "../actions/owed/set-status.ts";
import type { Confirmed } from "../actions/paid/confirm.ts";
import type { SeveralConfirmed } from "../actions/paid/confirm-several.ts";
import type { ConfirmationRow } from "../actions/paid/confirmations.ts";
import type { Unconfirmed } from "../actions/paid/unconfirm.ts";
import type { Checkpoint } from "../actions/told/checkpoint.ts";
import type { Noted } from "../actions/told/note.ts";
import type { Undone } from "../actions/told/undo.ts";
import { cycleStatuses } from "../domain/cycles/cycle-status.ts";
import { type Ailment, ailmentKinds } from "../domain/doctor/ailment.ts";
import type { Repaired } from "../domain/doctor/repaired.ts";
import { termParts } from "../domain/editing/carried-terms.ts";
import type { Balance } from "../domain/ledger/posting.ts";
import type { Total } from "../domain/money/total.ts";
import { paymentStatuses } from "../domain/registry/payment.ts";
import { settingValue, transactionRecord } from "./records.ts";
import { currency, day, decimal, id, minor } from "./values.ts";
import { confirmation, event, payment, scheduled } from "./views.ts";

/** A payment that was changed, and from when on. */
export const edited = payment.extend({
  changed: z.boolean(),
  changed_from: day.nullable(),
  corrected: z.boolean(),
  seam: z
    .strictObject({
      last: day,
      first: day,
      old_next: day.nullable(),
      fault: z.enum(["doubled", "dropped"]).nullable(),
    })
    .nullable(),
  kept: z.array(z.strictObject({ part: z.enum(termParts), from: day })),
  coming: z.array(scheduled),
}) satisfies z.ZodType<Edited>;

/** A payment that was paused, resumed or cancelled. */
export const statusSet = payment.extend({
  on: day,
  until: day.nullable(),
  superseded: z.array(z.strictObject({ status: z.enum(paymentStatuses), on: day })),
  kept: z.array(day),
  swallowed: z.array(day),
  extended: z.boolean(),
  coming: z.array(scheduled),
}) satisfies z.ZodType<StatusSet>;

/** A sum in one currency, and what it is worth in the household's. */
export const total = z.strictObject({
  amount: decimal,
  amount_minor: minor,
  currency,
  converted: z.strictObject({ amount: decimal, currency, rate: decimal }).nullable(),
}) satisfies z.ZodType<Total>;

/** What is due in a span of days. */
export const schedule = z.strictObject({
  span: z.strictObject({ from: day, to: day }),
  overdue: z.array(scheduled).nullable(),
  cycles: z.array(scheduled),
  overdue_remaining: z.array(total),
  remaining: z.array(total),
}) satisfies z.ZodType<Schedule>;

/** What is owed now, where there are books. */
export const now = z.strictObject({ begun: z.boolean(), due: schedule }) satisfies z.ZodType<Now>;

/** A cycle about which something was said. */
export const changedCycle = scheduled.extend({
  next_due: day.nullable(),
  coming: z.array(scheduled),
}) satisfies z.ZodType<CycleChanged>;

/** Old cycles that were skipped at once. */
export const skippedBefore = z.strictObject({
  before: day,
  skipped: z.array(scheduled),
  left: z.array(scheduled),
  total: z.array(total),
}) satisfies z.ZodType<SkippedBefore>;

/** A confirmation that was recorded. */
export const confirmed = confirmation.extend({
  cycle_status: z.enum(cycleStatuses),
  remaining: decimal,
  name: z.string(),
  date: day,
}) satisfies z.ZodType<Confirmed>;

/** Confirmations that were recorded as one change. */
export const severalConfirmed = z.strictObject({
  confirmed: z.array(confirmed),
  total: z.array(total),
}) satisfies z.ZodType<SeveralConfirmed>;

/** A confirmation that was voided. */
export const unconfirmed = confirmation.extend({
  cycle_status: z.enum(cycleStatuses).nullable(),
  remaining: decimal.nullable(),
  name: z.string(),
  reversal_id: id.nullable(),
}) satisfies z.ZodType<Unconfirmed>;

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
  posted: z.array(transactionRecord),
}) satisfies z.ZodType<PostedOutcome>;

/** The journal's head. */
export const checkpoint = z.strictObject({
  seq: z.int(),
  head: z.string(),
}) satisfies z.ZodType<Checkpoint>;

/** A remark that was written down. */
export const noted = z.strictObject({ note: z.string() }) satisfies z.ZodType<Noted>;

/** A change that was taken back. */
export const undone = z.strictObject({
  undone: event,
  records: z.int(),
}) satisfies z.ZodType<Undone>;

const taken = z.strictObject({ added: z.int(), duplicates: z.int() });

/** What an import took. */
export const imported = z.strictObject({
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

/** Books that were started. */
export const initialized = z.strictObject({
  home: z.string(),
  currency: z.string().nullable(),
  timezone: z.string().nullable(),
  account: z.string().nullable(),
  payment: payment.nullable(),
}) satisfies z.ZodType<Initialized>;

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
  before: settingValue.nullable(),
}) satisfies z.ZodType<SettingChanged>;

const ailment = z.strictObject({
  kind: z.enum(ailmentKinds),
  is_problem: z.boolean(),
  file: z.string().nullable(),
  record: z.string().nullable(),
  message: z.string(),
  hint: z.string(),
}) satisfies z.ZodType<Ailment>;

/** What looking at the home and the books found. */
export const diagnosis = z.strictObject({
  ok: z.boolean(),
  problems: z.array(ailment),
  notes: z.array(ailment),
}) satisfies z.ZodType<Diagnosis>;

/** What a repair did. */
export const repaired = z.strictObject({
  quarantine: z.string().nullable(),
  done: z.array(z.string()),
  faults: z.array(z.string()),
  recovered: z.int(),
  lost: z.array(z.strictObject({ collection: z.string(), id: z.string() })),
}) satisfies z.ZodType<Repaired>;

/** What was taken over of what was changed by hand. */
export const adopted = z.strictObject({
  files: z.array(z.string()),
  added: z.int(),
  changed: z.int(),
}) satisfies z.ZodType<Adopted>;
