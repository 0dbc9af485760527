import type { Term } from "../days/term.ts";

/** Whether what a term costs is known only about: a range, or an amount with a tolerance above 0. */
export function isEstimate({ tolerance, amount_min }: Term): boolean {
  return amount_min !== null || (tolerance !== null && Number(tolerance) > 0);
}
