import { Refusal } from "../domain/refusal.ts";

/** What is wrong with an answer, by the rule that would refuse it; null when nothing is. */
export function complaintOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.message}. ${error.hint}`;
  }
}
