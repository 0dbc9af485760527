import { addDays, type Day, daysBetween, type Span } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";

/** A span as it is asked for; null is what was not said. */
export interface SpanInput {
  readonly days: number | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The most days a span may have. */
export const mostDays = 3660;

/** The days of a span of which nothing else was said. */
export const usualDays = 30;

/** The span from `from` (today) to `to` (so many days later). */
export function spanAhead(input: SpanInput, today: Day): Span {
  const { days, from, to } = checkedInput(input);
  const start = from ?? today;
  return checkedSpan({ from: start, to: to ?? addDays(start, days ?? usualDays) });
}

/** The span from `from` (so many days before) to `to` (today); so many days from `from` where both are said. */
export function spanBehind(input: SpanInput, today: Day): Span {
  const { days, from, to } = checkedInput(input);
  if (from !== null && days !== null) return checkedSpan({ from, to: addDays(from, days) });
  const end = to ?? today;
  return checkedSpan({ from: from ?? addDays(end, -(days ?? usualDays)), to: end });
}

function checkedInput(input: SpanInput): SpanInput {
  if (input.days === null || input.from === null || input.to === null) return input;
  throw new Refusal("usage", "--days, --from and --to are one too many", "Leave one of them out.");
}

/** Refuses (`usage`) a span that ends before it begins, or has more days than can be looked at. */
function checkedSpan(span: Span): Span {
  const days = daysBetween(span.from, span.to);
  if (days < 0)
    throw new Refusal("usage", `${span.to} is before ${span.from}`, "Swap --from and --to.");
  if (days > mostDays) {
    throw new Refusal(
      "usage",
      `from ${span.from} to ${span.to} is more than ${mostDays} days`,
      "Ask for less at once, with --from and --to.",
    );
  }
  return span;
}
