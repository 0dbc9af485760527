import type { Edited, SeamView } from "../actions/owed/edit.ts";
import { ruleSentence } from "../domain/days/rule-sentence.ts";
import type { TermPart } from "../domain/editing/carried-terms.ts";
import { cleanText } from "./clean-text.ts";
import { renderComing } from "./coming.ts";
import { priceText } from "./price.ts";

/**
 * `Changed Hydro: 160.00 CAD, monthly on the 15th, from 2026-03-01` for a new term, which may be far ahead;
 * `Changed Hydro: 160.00 CAD, monthly on the 15th` otherwise. Then the seam, what stays, and what is due next.
 */
export function renderEdited(edited: Edited): string {
  const { changed, seam, kept, coming } = edited;
  if (!changed) return `Nothing to change: ${cleanText(edited.name)} is so already`;
  return [
    changedText(edited),
    ...(seam === null ? [] : [seamText(seam)]),
    ...kept.map(({ part, from }) => `From ${from} on it keeps its own ${partNames[part]}`),
    renderComing(coming),
  ].join("\n");
}

/** What is asked where a period would be due twice, or not at all. */
export function seamQuestion({ name }: Edited, { last, first, fault }: SeamView): string {
  const what = fault === "doubled" ? "be due twice in one period" : "miss a period";
  return `${cleanText(name)} would ${what}: ${last}, then ${first}. Change it so?`;
}

function changedText(edited: Edited): string {
  const { changed_from: from, terms, corrected, currency } = edited;
  const verb = corrected ? "Corrected" : "Changed";
  const term =
    from === null ? undefined : (terms.findLast((each) => each.from <= from) ?? terms[0]);
  const name = cleanText(edited.name);
  if (term === undefined) return `${verb} ${name}: ${priceText(edited)}, ${edited.recurrence}`;
  return `${verb} ${name}: ${priceText({ ...term, currency })}, ${ruleSentence(term)}, from ${term.from}`;
}

function seamText({ last, first, old_next }: SeamView): string {
  const instead = old_next === null ? "" : `, no longer on ${old_next}`;
  return `After ${last} it is next due on ${first}${instead}`;
}

const partNames: Readonly<Record<TermPart, string>> = {
  amount: "amount",
  tolerance: "tolerance",
  days: "days",
  roll: "business-day roll",
  calendar: "calendar",
  end: "end",
};
