import type { Receipted } from "../actions/books.ts";

/** What is said after a change: the next useful command, the receipt, and how to take it back. */
export function changeHints({ seq, hash }: Receipted, ...next: readonly string[]): string[] {
  const receipt = seq === null ? [] : [`Receipt ${seq}:${hash}. To undo it: valhalla undo`];
  return [...next.map((command) => `Next: ${command}`), ...receipt];
}
