import { setStatus } from "./set-status.ts";

/** Resumes a payment that was paused or cancelled. */
export const resume = setStatus("resume", "active");
