import { Refusal } from "../refusal.ts";
import type { RefusedRow } from "./foreign.ts";

/** Reads one row, or one field of it; a refusal goes on the list instead of up, and `otherwise` stands in. */
export function collectRefusal<Value, Instead>(
  where: string,
  refused: RefusedRow[],
  read: () => Value,
  otherwise: Instead,
): Value | Instead {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused.push({ where, reason: error.message });
    return otherwise;
  }
}
