import { anchorFor } from "../days/anchor.ts";
import type { Cadence } from "../days/cadence.ts";
import { addDays, type Day, dateOf, weekdayOf } from "../days/calendar.ts";
import { parseDueDay } from "../days/due-day.ts";
import { holidaysOf } from "../days/holidays.ts";
import { parseRule } from "../days/rule.ts";
import type { Term } from "../days/term.ts";
import { Refusal } from "../refusal.ts";
import type { Payment } from "../registry/payment.ts";
import {
  checkedPattern,
  checkedTolerance,
  type Price,
  readPrice,
  type TermDraft,
  usualTolerance,
} from "../registry/term-draft.ts";
import type { Policy } from "../settings/policy.ts";
import type { Effect } from "./edit-payment.ts";

/**
 * Makes the term that a patch asks for out of the one in force; the end of the payment is left alone.
 *
 * A new cadence begins on the first day from `effect.from` on that it names: in the family of months the place in the month
 * is kept, in that of weeks the weekday; another family, and `daily`, begin on that day itself. A start or a due day that is
 * said goes before that.
 */
export function patchedTerm(
  payment: Payment,
  old: Term,
  patch: Partial<TermDraft>,
  effect: Effect,
  policy: Policy,
): Term {
  const price = patch.amount === undefined ? null : readPrice(patch.amount, payment.currency);
  if (price !== null && price.currency !== payment.currency) throw otherCurrency(payment);
  const isOnce = patch.cadence === "once";
  const term: Term = {
    ...old,
    ...(isOnce ? { until: null, count: null } : {}),
    ...(price === null ? {} : { amount: price.amount, amount_min: price.amount_min }),
    ...patchedPattern(old, patch),
    every: patch.every ?? (patch.cadence === undefined ? old.every : 1),
    roll: patch.roll ?? old.roll,
    calendar: patch.calendar === undefined ? old.calendar : patch.calendar,
    tolerance: patchedTolerance(old, patch, price),
  };
  return isMoved(old, term, patch)
    ? { ...term, anchor: newAnchor(old, term, patch, effect, policy) }
    : term;
}

/** Whether the days are counted anew. */
function isMoved(
  old: Term,
  { cadence }: Term,
  { start, due_day, rule }: Partial<TermDraft>,
): boolean {
  return cadence !== old.cadence || start != null || due_day != null || rule != null;
}

/** The place in the month stays where the new cadence has one too. */
function patchedPattern(
  old: Term,
  patch: Partial<TermDraft>,
): Pick<Term, "cadence" | "due_day" | "rule"> {
  if (patch.rule !== undefined && patch.rule !== null) {
    return { cadence: "rule", due_day: null, rule: parseRule(patch.rule) };
  }
  const cadence = patch.cadence ?? old.cadence;
  const rule = cadence === "rule" ? old.rule : null;
  return checkedPattern({ cadence, due_day: patchedDueDay(old, cadence, patch), rule });
}

function patchedDueDay(old: Term, cadence: Cadence, patch: Partial<TermDraft>): string | null {
  if (patch.due_day != null) return parseDueDay(patch.due_day, cadence);
  if (patch.due_day === null) return null;
  if (cadence === old.cadence) return old.due_day;
  const isKept = patch.start === undefined && isSameFamily(old.cadence, cadence, "months");
  return isKept ? (old.due_day ?? String(dateOf(old.anchor))) : null;
}

function newAnchor(
  old: Term,
  term: Term,
  patch: Partial<TermDraft>,
  { from }: Effect,
  policy: Policy,
): Day {
  const holidays = holidaysOf(term.calendar, policy.calendars);
  const isPlaceSaid = patch.start != null || patch.due_day != null || patch.rule != null;
  const keepsWeekday = !isPlaceSaid && isSameFamily(old.cadence, term.cadence, "weeks");
  const first = keepsWeekday
    ? addDays(from, (weekdayOf(old.anchor) - weekdayOf(from) + 7) % 7)
    : from;
  return anchorFor(term, patch.start ?? first, holidays);
}

type Family = "days" | "weeks" | "half-months" | "months" | "other";

const families: Readonly<Record<Cadence, Family>> = {
  once: "other",
  daily: "days",
  weekly: "weeks",
  biweekly: "weeks",
  semimonthly: "half-months",
  monthly: "months",
  bimonthly: "months",
  quarterly: "months",
  semiannual: "months",
  yearly: "months",
  rule: "other",
};

function isSameFamily(one: Cadence, other: Cadence, family: Family): boolean {
  return families[one] === family && families[other] === family;
}

/** What becomes an estimate takes the usual tolerance, unless it has one. */
function patchedTolerance(
  old: Term,
  { tolerance, variable }: Partial<TermDraft>,
  price: Price | null,
): Term["tolerance"] {
  if (tolerance !== undefined) return tolerance === null ? null : checkedTolerance(tolerance);
  const isEstimate = variable === true || price?.isEstimate === true;
  return old.tolerance ?? (isEstimate ? usualTolerance : null);
}

function otherCurrency(payment: Payment): Refusal {
  return new Refusal(
    "bad-currency",
    `${payment.name} is in ${payment.currency}`,
    `While nothing is confirmed: --currency. Later, cancel this one and add another.`,
  );
}
