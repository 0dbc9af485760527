import * as z from "zod";
import type { ListedPayment } from "../actions/owed/list.ts";
import type { Shown } from "../actions/owed/show.ts";
import type { ConfirmationView } from "../domain/confirmations/confirmation-view.ts";
import { cycleStatuses } from "../domain/cycles/cycle-status.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import type { Plan } from "../domain/cycles/plan.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import type { AuditEvent } from "../domain/history/audit-event.ts";
import { findingKinds } from "../domain/reconciling/reconcile-findings.ts";
import type { ReconcileReport } from "../domain/reconciling/reconcile-report.ts";
import { cycleStates } from "../domain/reconciling/state-counts.ts";
import { paymentKinds, paymentStatuses } from "../domain/registry/payment.ts";
import { confirmationRecord, paymentRecord, price, termRecord } from "./records.ts";
import { currency, day, decimal, id, instant, minor } from "./values.ts";

/** A payment as every command shows it. */
export const payment = paymentRecord.extend({
  ...price,
  amount_minor: minor,
  due_day: z.union([z.int(), z.string()]).nullable(),
  start: day,
  recurrence: z.string(),
  status: z.enum(paymentStatuses),
  next_due: day.nullable(),
  next_upcoming: day.nullable(),
  ended: z.boolean(),
  overdue_count: z.int(),
  overdue: decimal,
  overdue_minor: minor,
  days_late: z.int(),
  next_due_override: day.nullable(),
}) satisfies z.ZodType<PaymentView>;

/** How far a plan has come. */
const plan = z.strictObject({
  count: z.int(),
  paid: z.int(),
  skipped: z.int(),
  not_owed: z.int(),
  left: decimal,
  left_minor: minor,
}) satisfies z.ZodType<Plan>;

/** A payment in the list of them. */
export const listed = payment.extend({
  plan: plan.nullable(),
}) satisfies z.ZodType<ListedPayment>;

/** A cycle of a payment, with where it stands. */
export const scheduled = z.strictObject({
  date: day,
  cycle: day,
  payment_id: id,
  name: z.string(),
  kind: z.enum(paymentKinds),
  amount: decimal,
  amount_minor: minor,
  currency,
  status: z.enum(cycleStatuses),
  remaining: decimal,
  remaining_minor: minor,
  estimate: z.boolean(),
  amount_min: decimal.nullable(),
  days_late: z.int(),
  autopay_enabled: z.boolean(),
  autopay_verified: z.boolean(),
}) satisfies z.ZodType<ScheduledPayment>;

/** A confirmation as every command shows it. */
export const confirmation = confirmationRecord.extend({
  amount_minor: minor,
}) satisfies z.ZodType<ConfirmationView>;

/** A payment with its terms, dates, cycles and confirmations. */
export const shown = listed.extend({
  price_history: z.array(termRecord.extend({ sentence: z.string() })),
  next_dates: z.array(day),
  open_cycles: z.array(scheduled),
  cycles: z.array(scheduled),
  confirmations: z.array(confirmation),
}) satisfies z.ZodType<Shown>;

const entry = scheduled.extend({
  cycle: day.nullable(),
  status: z.enum([...cycleStatuses, "unmatched"]),
  confirmations: z.array(id),
  why: z.string(),
  hint: z.string().nullable(),
});

const counted = z.strictObject({
  state: z.enum(cycleStates),
  count: z.int(),
  sums: z.array(z.strictObject({ amount: decimal, amount_minor: minor, currency })),
  days_late: z.int(),
});

const finding = z.strictObject({
  kind: z.enum(findingKinds),
  payment_id: id,
  name: z.string(),
  cycle: day,
  message: z.string(),
  hint: z.string(),
});

/** Due against confirmed. */
export const reconciled = z.strictObject({
  ok: z.boolean(),
  from: day,
  to: day,
  due_count: z.int(),
  matched: z.int(),
  missing: z.array(entry),
  partial: z.array(entry),
  pending: z.array(entry),
  failed: z.array(entry),
  overpaid: z.array(entry),
  skipped: z.array(entry),
  older_open: z.array(entry),
  counts: z.array(counted),
  unmatched_confirmations: z.array(entry),
  duplicates: z.array(entry),
  items: z.array(entry),
  findings: z.array(finding),
}) satisfies z.ZodType<ReconcileReport>;

/** One change, as the journal tells it. */
export const event = z.strictObject({
  id: z.string(),
  seq: z.int(),
  ts: instant,
  actor: z.string(),
  area: z.string(),
  action: z.string(),
  ref_id: z.string().nullable(),
  meta: z.record(z.string(), z.unknown()),
  prev: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<AuditEvent>;
