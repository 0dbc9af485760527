import { addDays, type Day, daysBetween, type Span } from "../../domain/days/calendar.ts";
import { Refusal } from "../../domain/refusal.ts";
import { day, wholeNumber } from "../fields.ts";
import type { ValuesOf } from "../input.ts";

/** The most days a span may have. */
export const mostDays = 3660;

/** How a span is asked for. */
export const spanFields = { days: wholeNumber(0, mostDays), from: day, to: day };

type SpanInput = Partial<ValuesOf<typeof spanFields>>;

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
  if (from !== undefined && days !== undefined)
    return checkedSpan({ from, to: addDays(from, days) });
  const end = to ?? today;
  return checkedSpan({ from: from ?? addDays(end, -(days ?? usualDays)), to: end });
}

function checkedInput(input: SpanInput): SpanInput {
  if (input.days === undefined || input.from === undefined || input.to === undefined) return input;
  throw new Refusal("usage", "--days, --from and --to were all given", "Give two of them at most.");
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
