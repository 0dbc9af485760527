/** Reads a count in digits, five at most, or as a word: `3`, `a`, `two`, `twelve`; null for any other word. */
export function countNamed(word: string): number | null {
  if (/^\d{1,5}$/.test(word)) return Number(word);
  const index = words.indexOf(word === "a" || word === "an" ? "one" : word);
  return index === -1 ? null : index + 1;
}

const words = "one two three four five six seven eight nine ten eleven twelve".split(" ");
