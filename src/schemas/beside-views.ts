import * as z from "zod";
import { paymentKinds } from "../domain/registry/payment.ts";
import { confirmationRecord } from "./records.ts";
import { day } from "./values.ts";

/** `views.json`. */
export const viewsFile = z.strictObject({
  format: z.int(),
  home_id: z.string(),
  seq: z.int(),
  hash: z.string(),
  segment: z.int(),
  offset: z.int(),
  views: z.record(z.string(), z.strictObject({ size: z.int(), crc: z.int() })),
  checksum: z.string(),
});

/** What a payment is found by, and where in `payments.json` it lies, in bytes. */
export const nameLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(paymentKinds),
  folded: z.string(),
  at: z.int(),
  length: z.int(),
  crc: z.int(),
});

/** What is open of a payment; first, the settings that this holds for; and payments of which nothing is known. */
export const openLine = z.union([
  z.strictObject({ id: z.literal(""), settings: z.int() }),
  z.strictObject({ id: z.string(), gone: z.literal(true) }),
  z.strictObject({
    id: z.string(),
    through: day,
    open: z.array(day),
    evidence: z.array(confirmationRecord),
  }),
]);

/** The line of the journal that was kept under an idempotency key. */
export const keyLine = z.strictObject({ id: z.string(), seq: z.int(), hash: z.string() });
