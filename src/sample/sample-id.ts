/**
 * Makes an id of a prefix and 12 letters out of what it is the id of: the same words give the same id, and a new
 * payment in the sample changes no other's.
 */
export function sampleId(prefix: string, ...words: readonly (string | number)[]): string {
  const text = words.join(" ");
  return `${prefix}_${letters(text, 0x811c9dc5)}${letters(text, 0x01000193)}`;
}

/** Six letters of `[0-9a-z]`: FNV-1a over the text, from a seed, and stirred once more so that near texts part. */
function letters(text: string, seed: number): string {
  let hash = seed;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) ^ (hash >>> 16);
  return ((hash >>> 0) % 36 ** 6).toString(36).padStart(6, "0");
}
