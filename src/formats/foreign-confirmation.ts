import * as z from "zod";
import { parseDay } from "../domain/days/calendar.ts";
import type { ForeignConfirmation, RefusedRow } from "../domain/imports/foreign.ts";
import { readInstant } from "./instant.ts";
import { beginRow, dayOrNull, foreignAmount, foreignId, shortText, textOrNull } from "./row.ts";

const schema = z.object({
  id: foreignId.nullish(),
  payment_id: shortText.refine((text) => text.trim() !== "", "is empty"),
  cycle: shortText.nullish(),
  paid_on: shortText,
  amount: foreignAmount,
  currency: shortText.nullish(),
  method: shortText.nullish(),
  ref: shortText.nullish(),
  notes: shortText.nullish(),
  created_at: shortText.nullish(),
});

/** The fields a confirmation of another program may have; any other is passed over and said. */
export const confirmationFields: ReadonlySet<string> = new Set(Object.keys(schema.shape));

/** Reads a confirmation of another program; null, with every reason in `refused`, when it cannot be taken. */
export function readForeignConfirmation(
  row: unknown,
  where: string,
  refused: RefusedRow[],
): ForeignConfirmation | null {
  const reading = beginRow(schema, row, where, refused);
  if (reading === null) return null;
  const { raw, field } = reading;
  const paidOn = field("paid_on", () => parseDay(raw.paid_on.trim()), null);
  const cycle = field("cycle", () => dayOrNull(raw.cycle), null);
  const createdAt = field(
    "created_at",
    () => (textOrNull(raw.created_at) === null ? null : readInstant(raw.created_at ?? "")),
    null,
  );
  if (!reading.isSound || paidOn === null) return null;
  return {
    where,
    id: raw.id ?? null,
    payment: raw.payment_id.trim(),
    cycle,
    paid_on: paidOn,
    amount: raw.amount,
    currency: textOrNull(raw.currency),
    method: textOrNull(raw.method),
    ref: textOrNull(raw.ref),
    notes: (raw.notes ?? "").replaceAll("\r\n", "\n"),
    created_at: createdAt,
  };
}
