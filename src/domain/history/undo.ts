import type { Edit } from "../change.ts";

/** The edits that take some edits back, last one first. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.map(invertEdit).reverse();
}

/** Both records are of the edit's own collection, which the union of edits cannot say of a copy. */
function invertEdit(edit: Edit): Edit {
  return { ...edit, before: edit.after, after: edit.before } as Edit;
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
