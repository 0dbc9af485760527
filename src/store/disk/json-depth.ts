/**
 * Whether a JSON value nests at most 32 deep: `JSON.parse` accepts a million levels that `JSON.stringify` cannot write again.
 */
export function isShallow(value: unknown, levels = 32): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
