import * as z from "zod";
import { type Confirmation, confirmationSources } from "../domain/confirmations/confirmation.ts";
import { cadences } from "../domain/days/cadence.ts";
import { type Day, isDay } from "../domain/days/calendar.ts";
import { rolls } from "../domain/days/roll.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { type Payment, paymentKinds } from "../domain/registry/payment.ts";
import type { SettingValue } from "../domain/settings/setting.ts";
import { foreignId, shortText } from "./row.ts";

const day = z.custom<Day>((value) => typeof value === "string" && isDay(value), "is not a day");
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, "is not a moment in UTC");
const decimal = z.string().regex(/^-?\d{1,13}(\.\d{1,4})?$/, "is not an amount");
const currency = z.string().regex(/^[A-Z]{3}$/, "is not a currency");
const count = z.int("must be a whole number").min(0).max(1_000_000);

const term = z.object({
  from: day,
  amount: decimal,
  tolerance: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, "is not a percentage")
    .nullable(),
  amount_min: decimal.nullable(),
  cadence: z.enum(cadences),
  every: count.min(1),
  anchor: day,
  due_day: shortText.nullable(),
  rule: shortText.nullable(),
  roll: z.enum(rolls),
  calendar: shortText.nullable(),
  until: day.nullable(),
  count: count.min(1).nullable(),
});

const exception = z.object({
  skipped: z.literal(true).exactOptional(),
  moved_to: day.exactOptional(),
  expected: decimal.exactOptional(),
  failures: z.array(z.object({ on: day, reason: shortText })).exactOptional(),
});

/** A payment as it is kept. */
export const paymentRecord = z.object({
  id: foreignId,
  name: shortText.min(1, "is empty"),
  kind: z.enum(paymentKinds),
  payee: shortText.nullable(),
  currency,
  terms: z.array(term).min(1, "must hold at least one"),
  autopay_enabled: z.boolean(),
  autopay_verified: z.boolean(),
  account_id: shortText.nullable(),
  category: shortText.nullable(),
  tags: z.array(shortText),
  essential: z.boolean(),
  late_fee: decimal.nullable(),
  cutoff_days: count.nullable(),
  trial_ends_on: day.nullable(),
  notice_days: count.nullable(),
  url: shortText.nullable(),
  phone: shortText.nullable(),
  email: shortText.nullable(),
  bank_phone: shortText.nullable(),
  notes: shortText,
  status_changes: z.array(z.object({ status: z.enum(["active", "paused", "cancelled"]), on: day })),
  exceptions: z.record(day, exception),
  created_at: instant,
  updated_at: instant,
}) satisfies z.ZodType<Payment>;

/** A confirmation as it is kept. */
export const confirmationRecord = z.object({
  id: foreignId,
  payment_id: foreignId,
  cycle: day.nullable(),
  paid_on: day,
  amount: decimal,
  currency,
  expected: decimal.nullable(),
  method: shortText,
  ref: shortText.nullable(),
  notes: shortText,
  source: z.enum(confirmationSources),
  transaction_id: foreignId.nullable(),
  created_at: instant,
  voided_at: instant.nullable(),
}) satisfies z.ZodType<Confirmation>;

/** A transaction as it is kept. */
export const transactionRecord = z.object({
  id: foreignId,
  date: day,
  description: shortText,
  postings: z.array(z.object({ account: shortText, amount: decimal, currency })).min(2),
  confirmation_id: foreignId,
  reverses: foreignId.nullable(),
  created_at: instant,
}) satisfies z.ZodType<Transaction>;

/** The value of a setting. */
export const settingValue = z.union([
  shortText,
  z.number(),
  z.boolean(),
  z.array(shortText),
]) satisfies z.ZodType<SettingValue>;
