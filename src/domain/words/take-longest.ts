/** What a text begins with, and what is left of it. */
export interface Taken<Said> {
  readonly said: Said;
  readonly rest: string;
}

/** Takes the longest beginning of a text, of six words at most, that `read` can read. */
export function takeLongest<Said>(
  text: string,
  read: (words: string) => Said | null,
): Taken<Said> | null {
  const words = text.split(" ");
  for (let count = Math.min(words.length, 6); count > 0; count -= 1) {
    const said = read(words.slice(0, count).join(" "));
    if (said !== null) return { said, rest: words.slice(count).join(" ") };
  }
  return null;
}
