import type { Plan } from "../domain/cycles/plan.ts";

/** `3 of 5 paid, 100.00 left`, with what is skipped or not owed, where anything is. */
export function planText({ count, paid, skipped, not_owed, left }: Plan): string {
  return [
    `${paid} of ${count} paid`,
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(not_owed === 0 ? [] : [`${not_owed} not owed`]),
    `${left} left`,
  ].join(", ");
}
