import { termOf } from "../cycles/cycle.ts";
import type { Day } from "../days/calendar.ts";
import type { Payment } from "../registry/payment.ts";
import { carriedTerms, type KeptPart } from "./carried-terms.ts";

/** Lists what an edit from a day on did not reach, because a later term had set it itself: the answer says so. */
export function keptParts(before: Payment, after: Payment, from: Day): readonly KeptPart[] {
  const later = before.terms.filter((term) => term.from > from);
  const { kept } = carriedTerms(termOf(before, from), termOf(after, from), later);
  return kept.filter(({ part }) => part !== "end");
}
