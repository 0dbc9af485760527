import * as z from "zod";
import { paymentKinds } from "../domain/registry/payment.ts";

/** `views.json`. */
export const viewsFile = z.strictObject({
  format: z.int(),
  home_id: z.string(),
  seq: z.int(),
  hash: z.string(),
  segment: z.int(),
  offset: z.int(),
  views: z.record(z.string(), z.string()),
  checksum: z.string(),
});

/** What a payment is found by, and where in `payments.json` it lies, in bytes. */
export const indexLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(paymentKinds),
  folded: z.string(),
  at: z.int(),
  length: z.int(),
});

/** What a view's file was when it was last written; null where it is gone. */
export const stampLine = z.strictObject({
  id: z.string(),
  stamp: z.string().nullable(),
});

/** Which confirmation has a reference, and the view it is in. */
export const referenceLine = z.strictObject({
  id: z.string(),
  view: z.string(),
  confirmation: z.string(),
});
