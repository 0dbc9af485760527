import * as z from "zod";
import type { CollectionName } from "../domain/collections.ts";
import { confirmationRecord, paymentRecord, settingValue, transactionRecord } from "./records.ts";

/** The shape of the records of each collection. */
export const recordSchemas = {
  payments: paymentRecord,
  confirmations: confirmationRecord,
  transactions: transactionRecord,
  settings: z.strictObject({ id: z.string(), value: settingValue }),
} satisfies Record<CollectionName, z.ZodType>;
