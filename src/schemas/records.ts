import * as z from "zod";
import { type Confirmation, confirmationSources } from "../domain/confirmations/confirmation.ts";
import { cadences } from "../domain/days/cadence.ts";
import { rolls } from "../domain/days/roll.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import { type Payment, paymentKinds, paymentStatuses } from "../domain/registry/payment.ts";
import type { SettingValue } from "../domain/settings/setting.ts";
import { currency, day, decimal, id, instant } from "./values.ts";

/** What a payment costs and when it recurs, but for its place in time. */
export const price = {
  amount: decimal,
  tolerance: z.string().nullable(),
  amount_min: decimal.nullable(),
  cadence: z.enum(cadences),
  every: z.int(),
  rule: z.string().nullable(),
  roll: z.enum(rolls),
  calendar: z.string().nullable(),
  until: day.nullable(),
  count: z.int().nullable(),
};

/** A term of a payment. */
export const termRecord = z.strictObject({
  from: day,
  ...price,
  anchor: day,
  due_day: z.string().nullable(),
});

const exceptionRecord = z.strictObject({
  skipped: z.literal(true).exactOptional(),
  moved_to: day.exactOptional(),
  expected: decimal.exactOptional(),
  failures: z.array(z.strictObject({ on: day, reason: z.string() })).exactOptional(),
});

/** A payment, one line of payments/payments.json. */
export const paymentRecord = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(paymentKinds),
  payee: z.string().nullable(),
  currency,
  terms: z.array(termRecord).min(1),
  autopay_enabled: z.boolean(),
  autopay_verified: z.boolean(),
  account_id: z.string().nullable(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  essential: z.boolean(),
  late_fee: decimal.nullable(),
  cutoff_days: z.int().nullable(),
  trial_ends_on: day.nullable(),
  notice_days: z.int().nullable(),
  url: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  bank_phone: z.string().nullable(),
  notes: z.string(),
  status_changes: z.array(z.strictObject({ status: z.enum(paymentStatuses), on: day })),
  exceptions: z.record(day, exceptionRecord),
  created_at: instant,
  updated_at: instant,
}) satisfies z.ZodType<Payment>;

/** A confirmation, one line of pay_confirm/YYYY-MM.jsonl. */
export const confirmationRecord = z.strictObject({
  id,
  payment_id: id,
  cycle: day.nullable(),
  paid_on: day,
  amount: decimal,
  currency,
  expected: decimal.nullable(),
  method: z.string(),
  ref: z.string().nullable(),
  notes: z.string(),
  source: z.enum(confirmationSources),
  transaction_id: id.nullable(),
  created_at: instant,
  voided_at: instant.nullable(),
}) satisfies z.ZodType<Confirmation>;

const postingRecord = z.strictObject({ account: z.string(), amount: decimal, currency });

/** A transaction, one line of ledger/YYYY-MM.jsonl. */
export const transactionRecord = z.strictObject({
  id,
  date: day,
  description: z.string(),
  postings: z.array(postingRecord).min(2),
  confirmation_id: id,
  reverses: id.nullable(),
  created_at: instant,
}) satisfies z.ZodType<Transaction>;

/** The value of a setting. */
export const settingValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
]) satisfies z.ZodType<SettingValue>;
