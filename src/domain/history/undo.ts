import type { Edit } from "../change.ts";

/** The edits that take some edits back, last one first. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.map(invertEdit).reverse();
}

function invertEdit(edit: Edit): Edit {
  // Spelled out by collection, so that before and after keep their types.
  switch (edit.collection) {
    case "payments":
      return { ...edit, before: edit.after, after: edit.before };
    case "confirmations":
      return { ...edit, before: edit.after, after: edit.before };
    case "transactions":
      return { ...edit, before: edit.after, after: edit.before };
    case "settings":
      return { ...edit, before: edit.after, after: edit.before };
  }
}

/** Whether two records hold the same, whatever the order of their keys. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameRecord(one[key], other[key]))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
