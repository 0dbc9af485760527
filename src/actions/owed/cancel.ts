import { setStatus } from "./set-status.ts";

/** Cancels a payment from a day on. */
export const cancel = setStatus("cancel", "cancelled");
