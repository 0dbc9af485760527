import * as z from "zod";
import type { ShownChange } from "../actions/shown-change.ts";
import { edit } from "./journal.ts";

const shownChange = z.strictObject({
  area: z.string(),
  action: z.string(),
  ref_id: z.string().nullable(),
  meta: z.record(z.string(), z.unknown()),
  edits: z.array(edit),
  records: z.int(),
}) satisfies z.ZodType<ShownChange>;

/** What stands beside the outcome of every change. */
export const performed = z.strictObject({
  /** The number of its line in the journal and the beginning of its hash; null where nothing was kept. */
  seq: z.int().nullable(),
  hash: z.string().nullable(),
  /** After a dry run only: that it was one, and the change that would be kept. */
  dry_run: z.literal(true).exactOptional(),
  change: shownChange.nullable().exactOptional(),
  /** Where the key was used before: the event that took that change back. */
  undone_by: z.string().exactOptional(),
});
