import type { Change } from "../change.ts";
import type { Instant } from "../days/instant.ts";
import type { Payment } from "../registry/payment.ts";

/** The change that puts one state of a payment in place of another, journalled with its name for people who read it. */
export function paymentChange(
  action: string,
  { before, after, now }: { before: Payment | null; after: Payment; now: Instant },
  meta: Change["meta"] = {},
): Change {
  const { id, name } = after;
  const stamped = before === null ? after : { ...after, updated_at: now };
  return {
    area: "payments",
    action,
    ref_id: id,
    meta: { name, ...meta },
    edits: [{ collection: "payments", id, before, after: stamped }],
  };
}
