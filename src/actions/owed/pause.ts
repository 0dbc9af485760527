import { setStatus } from "./set-status.ts";

/** Pauses a payment: from a day on nothing is owed. */
export const pause = setStatus("pause", "paused");
