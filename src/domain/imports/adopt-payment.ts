import { anchorFor } from "../days/anchor.ts";
import { type Day, parseDay } from "../days/calendar.ts";
import { takesDueDay } from "../days/due-day.ts";
import { noHolidays } from "../days/holidays.ts";
import { Refusal } from "../refusal.ts";
import { newPayment } from "../registry/new-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { unsaid } from "../registry/unsaid.ts";
import type { Policy } from "../settings/policy.ts";
import type { ForeignPayment } from "./foreign.ts";
import { overrideNextDue } from "./override.ts";

/**
 * Makes a payment of one that another program kept.
 *
 * What has no start begins at the first due day on or after the day it was created (today, where
 * that is not known); a weekly one recurs on the weekday of that day. A pause or an end counts from its
 * last change. A `next_due_override` moves one cycle. Refuses what `add` would refuse, and what says too
 * little to tell its due days.
 */
export function adoptPayment(
  row: ForeignPayment,
  stamp: { readonly id: string; readonly now: string },
  today: Day,
  policy: Policy,
): Payment {
  const start = startOf(row, today);
  const due_day = takesDueDay(row.cadence) ? row.due_day : null;
  const made = newPayment({ ...unsaid, ...row, due_day, start }, stamp, today, policy);
  const payment = {
    ...made,
    autopay_verified: row.autopay_enabled && row.autopay_verified,
    status_changes:
      row.status === "active" ? [] : [{ status: row.status, on: lastChange(row) ?? today }],
    created_at: row.created_at ?? stamp.now,
    updated_at: row.updated_at ?? row.created_at ?? stamp.now,
  };
  const override = row.next_due_override;
  return override === null ? payment : overrideNextDue(payment, override, today, policy);
}

function startOf(row: ForeignPayment, today: Day): Day {
  if (row.start !== null) return row.start;
  const created = row.created_at === null ? null : dayOfInstant(row.created_at);
  if (row.due_day !== null && takesDueDay(row.cadence)) return created ?? today;
  if (created === null || takesDueDay(row.cadence)) {
    throw new Refusal(
      "bad-cadence",
      "it says no start, and too little to tell its due days",
      "Give it a start, such as 2026-01-15.",
    );
  }
  if (row.due_day === null) return created;
  return anchorFor({ cadence: "monthly", due_day: row.due_day, rule: null }, created, noHolidays);
}

function lastChange({ updated_at, created_at }: ForeignPayment): Day | null {
  const changed = updated_at ?? created_at;
  return changed === null ? null : dayOfInstant(changed);
}

const dayOfInstant = (instant: string): Day => parseDay(instant.slice(0, 10));
