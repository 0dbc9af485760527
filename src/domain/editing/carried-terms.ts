import type { Day } from "../days/calendar.ts";
import type { Term } from "../days/term.ts";
import { checkedTerm } from "../registry/term-draft.ts";

/** What belongs together in a term: one part is set, or carried over, as a whole. */
export const termParts = ["amount", "tolerance", "days", "roll", "calendar", "end"] as const;
export type TermPart = (typeof termParts)[number];

const parts: Readonly<Record<TermPart, readonly (keyof Term)[]>> = {
  amount: ["amount", "amount_min"],
  tolerance: ["tolerance"],
  days: ["cadence", "every", "due_day", "rule", "anchor"],
  roll: ["roll"],
  calendar: ["calendar"],
  end: ["until", "count"],
};

/** A later term that had set a part itself, so that an edit before it does not reach it. */
export interface KeptPart {
  readonly part: TermPart;
  readonly from: Day;
}

/**
 * Carries what an edit changed of a term over to the later ones, as far as each had it from the one before: a term set
 * what differs there from the term before it, and there the carrying of that part stops.
 */
export function carriedTerms(
  old: Term,
  edited: Term,
  later: readonly Term[],
): { readonly terms: Term[]; readonly kept: readonly KeptPart[] } {
  let terms = [...later];
  const kept: KeptPart[] = [];
  for (const part of partsThatDiffer(old, edited)) {
    const before = [old, ...later];
    const stop = later.findIndex((term, index) => !isSamePart(part, term, before[index] ?? old));
    const setBy = later[stop];
    if (setBy !== undefined) kept.push({ part, from: setBy.from });
    const reach = stop === -1 ? later.length : stop;
    terms = terms.map((term, index) => (index < reach ? withPart(part, term, edited) : term));
  }
  return { terms: terms.map(checkedTerm), kept };
}

function partsThatDiffer(one: Term, other: Term): TermPart[] {
  return termParts.filter((part) => !isSamePart(part, one, other));
}

/** Whether two terms say the same of a part. */
export function isSamePart(part: TermPart, one: Term, other: Term): boolean {
  return parts[part].every((key) => one[key] === other[key]);
}

function withPart(part: TermPart, term: Term, from: Term): Term {
  return { ...term, ...Object.fromEntries(parts[part].map((key) => [key, from[key]])) };
}
