import * as z from "zod";
import type { ShownEvent } from "../actions/told/event.ts";
import type { Verification } from "../domain/history/audit-event.ts";
import { confirmationRecord, paymentRecord, settingValue, transactionRecord } from "./records.ts";
import { instant } from "./values.ts";
import { event } from "./views.ts";

const settingRecord = z.strictObject({ id: z.string(), value: settingValue });

/** One record put in place of another. */
/** One record put in place of another. */
export const edit = z.discriminatedUnion("collection", [
  editOf("payments", paymentRecord),
  editOf("confirmations", confirmationRecord),
  editOf("transactions", transactionRecord),
  editOf("settings", settingRecord),
]);

/** A change with every record before and after. */
export const shownEvent = event.extend({
  edits: z.array(edit),
}) satisfies z.ZodType<ShownEvent>;

/** Where a long change began, as release 0.1.0 wrote it. */
const place = z.strictObject({ hash: z.string(), segment: z.int(), offset: z.int() });

/** A line of the journal. */
export const journalLine = z.strictObject({
  v: z.int(),
  seq: z.int(),
  ts: instant,
  actor: z.string(),
  area: z.string(),
  action: z.string(),
  ref_id: z.string().nullable(),
  key: z.string().exactOptional(),
  meta: z.record(z.string(), z.unknown()),
  batch: z
    .strictObject({
      id: z.string(),
      part: z.int(),
      last: z.boolean(),
      first: z.int().exactOptional(),
      before: place.exactOptional(),
    })
    .exactOptional(),
  seal: z.literal(true).exactOptional(),
  edits: z.array(edit),
  prev: z.string(),
  hash: z.string(),
});

/** What proving the journal found. */
export const verification = z.strictObject({
  ok: z.boolean(),
  events: z.int(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  head: z.string(),
  problems: z.array(z.string()),
}) satisfies z.ZodType<Verification>;

function editOf<Name extends string, Schema extends z.ZodType>(name: Name, record: Schema) {
  return z.strictObject({
    collection: z.literal(name),
    id: z.string(),
    before: record.nullable(),
    after: record.nullable(),
  });
}
