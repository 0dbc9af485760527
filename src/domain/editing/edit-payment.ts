import { cyclesNamed, termOf } from "../cycles/cycle.ts";
import { anchorFor } from "../days/anchor.ts";
import type { Cadence } from "../days/cadence.ts";
import { type Day, dateOf, later, widenSpan } from "../days/calendar.ts";
import { parseDueDay, takesDueDay } from "../days/due-day.ts";
import { holidaysOf } from "../days/holidays.ts";
import { nominalDays } from "../days/recurrence.ts";
import { parseRule } from "../days/rule.ts";
import type { Term } from "../days/term.ts";
import { Refusal } from "../refusal.ts";
import { checkedDetails, type PaymentDetails } from "../registry/new-payment.ts";
import type { Payment } from "../registry/payment.ts";
import {
  checkedPattern,
  checkedTerm,
  checkedTolerance,
  type Price,
  readPrice,
  type TermDraft,
  usualTolerance,
} from "../registry/term-draft.ts";
import type { Policy } from "../settings/policy.ts";

/** What shall be otherwise; a key that is absent stays as it is. */
export type PaymentPatch = Partial<PaymentDetails> & Partial<TermDraft>;

/** From which cycle on a patch of the term holds. */
export interface Effect {
  /** The first nominal day the new term is for. */
  readonly from: Day;
  /** Rewrites the term in force on that day from its beginning: the patch mends a mistake. */
  readonly correct: boolean;
}

const termKeys = [
  "amount",
  "cadence",
  "every",
  "due_day",
  "start",
  "rule",
  "roll",
  "calendar",
  "until",
  "count",
  "variable",
  "tolerance",
] as const satisfies readonly (keyof TermDraft)[];

/**
 * Changes a payment. Details hold at once; what concerns money and days is effective-dated: cycles
 * before `effect.from` keep their amounts and dates for ever.
 */
export function editPayment(
  payment: Payment,
  patch: PaymentPatch,
  effect: Effect,
  policy: Policy,
): Payment {
  const details = checkedDetails({ ...payment, ...patch }, payment.currency);
  const edited = { ...payment, ...details };
  if (!termKeys.some((key) => patch[key] !== undefined)) return edited;
  return { ...edited, terms: editedTerms(payment, patch, effect, policy) };
}

/**
 * Lists the cycles of `names` that `after` no longer has: what was said or paid of them would hang in
 * the air.
 */
export function vanishedCycles(after: Payment, names: readonly Day[], policy: Policy): Day[] {
  return names.filter((name) => cyclesNamed(after, { from: name, to: name }, policy).length === 0);
}

function editedTerms(
  payment: Payment,
  patch: PaymentPatch,
  effect: Effect,
  policy: Policy,
): Term[] {
  const old = termOf(payment, effect.from);
  const begun = later(effect.from, payment.terms[0]?.from ?? effect.from);
  const from = effect.correct ? old.from : begun;
  const term = patchedTerm(payment, old, patch, { ...effect, from }, policy);
  const others = payment.terms.filter((each) => each.from !== from);
  // A first term moved to a later start must not leave the old start in force.
  const start = old === payment.terms[0] && effect.correct ? term.anchor : from;
  const next = others.find((each) => each.from > from);
  if (next !== undefined && next.from <= start) throw overtakenTerm(payment, start, next);
  return [...others, { ...term, from: start }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function patchedTerm(
  payment: Payment,
  old: Term,
  patch: PaymentPatch,
  effect: Effect,
  policy: Policy,
): Term {
  const price = patch.amount === undefined ? null : readPrice(patch.amount, payment.currency);
  if (price !== null && price.currency !== payment.currency) throw otherCurrency(payment);
  const kept = patch.cadence === "once" ? { ...old, every: 1, until: null, count: null } : old;
  const term: Term = {
    ...kept,
    ...(price === null ? {} : { amount: price.amount, amount_min: price.amount_min }),
    ...patchedPattern(old, patch),
    every: patch.every ?? (patch.cadence === undefined ? kept.every : 1),
    roll: patch.roll ?? old.roll,
    calendar: patch.calendar === undefined ? old.calendar : patch.calendar,
    ...patchedEnd(kept, patch),
    tolerance: patchedTolerance(old, patch, price),
  };
  const isMoved = patch.cadence ?? patch.due_day ?? patch.rule ?? patch.start;
  return checkedTerm(
    isMoved === undefined ? term : { ...term, ...newStart(old, term, patch, effect, policy) },
  );
}

/** The place in the month stays where the new cadence has one too. */
function patchedPattern(
  old: Term,
  patch: PaymentPatch,
): Pick<Term, "cadence" | "due_day" | "rule"> {
  if (patch.rule !== undefined && patch.rule !== null) {
    return { cadence: "rule", due_day: null, rule: parseRule(patch.rule) };
  }
  const cadence = patch.cadence ?? old.cadence;
  const rule = cadence === "rule" ? old.rule : null;
  return checkedPattern({ cadence, due_day: patchedDueDay(old, cadence, patch), rule });
}

function patchedDueDay(old: Term, cadence: Cadence, patch: PaymentPatch): string | null {
  if (patch.due_day != null) return parseDueDay(patch.due_day, cadence);
  if (patch.due_day === null) return null;
  if (cadence === old.cadence) return old.due_day;
  const hasOnePlace = (each: Cadence) => takesDueDay(each) && each !== "semimonthly";
  const isKept = patch.start === undefined && hasOnePlace(old.cadence) && hasOnePlace(cadence);
  return isKept ? (old.due_day ?? String(dateOf(old.anchor))) : null;
}

/** A new end, of either sort, takes the place of the old one. */
function patchedEnd(old: Term, { until, count }: PaymentPatch): Pick<Term, "until" | "count"> {
  return {
    until: until === undefined && count == null ? old.until : (until ?? null),
    count: count === undefined && until == null ? old.count : (count ?? null),
  };
}

/**
 * Where new days are counted from: the start that was given; else, where only the cadence changes, the
 * cycle that comes next; else the first fitting day. What is left of a plan of N payments goes on there.
 */
function newStart(
  old: Term,
  term: Term,
  patch: PaymentPatch,
  { from, correct }: Effect,
  policy: Policy,
): Pick<Term, "anchor" | "count"> {
  const holidays = holidaysOf(term.calendar, policy.calendars);
  if (correct) {
    return { anchor: anchorFor(term, patch.start ?? from, holidays), count: term.count };
  }
  const isSaid = patch.due_day != null || patch.rule != null;
  const oldHolidays = holidaysOf(old.calendar, policy.calendars);
  const ahead = widenSpan({ from, to: from }, 0, isSaid ? 0 : daysOfYear * old.every);
  const [next = from] = isSaid ? [] : nominalDays(old, ahead, oldHolidays);
  const anchor = anchorFor(term, patch.start ?? next, holidays);
  if (old.count === null || patch.count !== undefined || term.count === null) {
    return { anchor, count: term.count };
  }
  const past = nominalDays(old, { from: old.anchor, to: from }, oldHolidays);
  const left = old.count - past.filter((day) => day < from).length;
  if (left > 0) return { anchor, count: left };
  throw new Refusal(
    "conflict",
    `${old.count === 1 ? "its only cycle is" : `all its ${old.count} cycles are`} before ${from}`,
    "Say with --count how many more there are.",
  );
}

const daysOfYear = 366;

function overtakenTerm(payment: Payment, start: Day, next: Term): Refusal {
  return new Refusal(
    "conflict",
    `${payment.name} would begin on ${start}, but from ${next.from} on it has another term`,
    `Change that one: --from ${next.from}`,
  );
}

/** What becomes an estimate takes the usual tolerance, unless it has one. */
function patchedTolerance(
  old: Term,
  { tolerance, variable }: PaymentPatch,
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
    "A payment keeps its currency: cancel this one and add another.",
  );
}
