/**
 * The candidates closest to a mistyped word, at most three: those that it begins, then those within one slip (a letter too
 * many, too few, wrong, or two swapped) for every three letters, closest first and then in the order given; none is further
 * than half the word. Case does not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const typed = word.toLowerCase();
  const bound = Math.min(Math.max(1, Math.floor(typed.length / 3)), Math.floor(typed.length / 2));
  const all = [...candidates];
  const near = all
    .filter((candidate) => Math.abs(candidate.length - typed.length) <= bound)
    .map((candidate) => ({ candidate, slips: slipsBetween(typed, candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= bound)
    .sort((one, other) => one.slips - other.slips)
    .map(({ candidate }) => candidate);
  return [...new Set([...begunBy(typed, all), ...near])].slice(0, 3);
}

/** Fewer letters begin too much to mean anything. */
const leastBegun = 3;

function begunBy(typed: string, candidates: readonly string[]): string[] {
  if (typed.length < leastBegun) return [];
  return candidates.filter((candidate) => candidate.toLowerCase().startsWith(typed));
}

/** `Did you mean x or y?`; null where nothing comes near. */
export function didYouMean(near: readonly string[]): string | null {
  return near.length === 0 ? null : `Did you mean ${near.join(" or ")}?`;
}

/** The optimal string alignment distance. */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const slips = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= other.length; column++) {
      const wrong = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        slips(row - 1, column) + 1,
        slips(row, column - 1) + 1,
        slips(row - 1, column - 1) + wrong,
        swapped ? slips(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return slips(one.length, other.length);
}
