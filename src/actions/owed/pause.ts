import { setStatus } from "./set-status.ts";

/** Pauses a payment: from a day on nothing is owed, until another where one is said. */
export const pause = setStatus("pause", "paused", { takesEnd: true });
