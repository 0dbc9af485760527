import { type Cycle, cyclesNamed, termOf } from "../cycles/cycle.ts";
import { addDays, type Day, firstDay, lastDay, monthName } from "../days/calendar.ts";
import type { Term } from "../days/term.ts";
import { Refusal } from "../refusal.ts";
import { checkedDetails, type PaymentDetails } from "../registry/new-payment.ts";
import type { Payment } from "../registry/payment.ts";
import { checkedTerm, type TermDraft } from "../registry/term-draft.ts";
import type { Policy } from "../settings/policy.ts";
import { carriedTerms } from "./carried-terms.ts";
import { firstDifference } from "./first-difference.ts";
import { patchedTerm } from "./patched-term.ts";
import { countFrom, type PaymentEnd, withEnd } from "./payment-end.ts";

/** What shall be otherwise; a key that is absent stays as it is. */
export type PaymentPatch = Partial<PaymentDetails> &
  Partial<TermDraft> &
  Partial<Pick<Payment, "autopay_enabled">> & { readonly owed_from?: Day };

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
 * Changes a payment. Details hold at once; what concerns money and days is effective-dated: cycles before `effect.from` keep
 * their amounts and dates for ever, and later terms follow in what they did not set themselves. An end, or a number of
 * cycles, holds for the whole payment. What changes nothing gives an equal payment back.
 *
 * Refuses (`conflict`) a change that no cycle would feel.
 */
export function editPayment(
  payment: Payment,
  patch: PaymentPatch,
  effect: Effect,
  policy: Policy,
): Payment {
  const details = checkedDetails({ ...payment, ...patch }, payment.currency);
  const { autopay_enabled = payment.autopay_enabled } = patch;
  const owed = patch.owed_from === undefined ? {} : { owed_from: patch.owed_from };
  const edited = { ...payment, ...details, ...owed, autopay_enabled };
  if (!termKeys.some((key) => patch[key] !== undefined)) return edited;
  const { old, patched, terms } = editedTerms(payment, patch, effect, policy);
  const difference = firstDifference(payment, { ...payment, terms }, policy);
  if (difference !== null || hasOtherEnd(payment.terms, terms)) return { ...edited, terms };
  if (!isSameTerm(old, patched)) refuseUnfelt(payment, effect.from, policy);
  return edited;
}

/** Whether a payment is as it was, so that nothing has to be written. */
export function isUnchanged(before: Payment, after: Payment): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/**
 * Lists the cycles of `names` that `after` no longer has: what was said or paid of them would hang in
 * the air.
 */
export function vanishedCycles(after: Payment, names: readonly Day[], policy: Policy): Day[] {
  return names.filter((name) => cyclesNamed(after, { from: name, to: name }, policy).length === 0);
}

/** The term in force, what the patch makes of it, and all terms with that. */
interface EditedTerms {
  readonly old: Term;
  readonly patched: Term;
  readonly terms: readonly Term[];
}

function editedTerms(
  payment: Payment,
  patch: PaymentPatch,
  effect: Effect,
  policy: Policy,
): EditedTerms {
  const old = termOf(payment, effect.from);
  const from = effect.correct ? old.from : beginOf(payment, patch, effect.from);
  const patched = patchedTerm(payment, old, patch, { ...effect, from }, policy);
  const end = patchedEnd(old, patch);
  checkedTerm({ ...patched, ...end });
  const count = effect.correct ? patched.count : countFrom(old, patched, from, policy);
  if (count === 0) throw unfelt(payment, effect.from, policy);
  // A first term moved to a later start must not leave the old start in force.
  const start = old === payment.terms[0] && effect.correct ? patched.anchor : from;
  const edited = { ...patched, count, from: start };
  const isSame = isSameTerm(old, edited);
  const terms = isSame ? payment.terms : termsWith(payment, old, edited, from);
  const isEnded = patch.until !== undefined || patch.count !== undefined;
  const ended = isEnded
    ? withEnd({ ...payment, terms }, end, isSame ? old.from : start, policy)
    : terms;
  return { old, patched, terms: ended };
}

/** A new end, of either sort, takes the place of the old one. */
function patchedEnd(old: Term, { until, count, cadence }: PaymentPatch): PaymentEnd {
  if (cadence === "once") return { until: until ?? null, count: count ?? null };
  return {
    until: until === undefined && count == null ? old.until : (until ?? null),
    count: count === undefined && until == null ? old.count : (count ?? null),
  };
}

/** Nothing begins before the first term, but that a new due day may lie earlier in the month of the first cycle. */
function beginOf({ terms }: Payment, { due_day }: PaymentPatch, from: Day): Day {
  const first = terms[0];
  if (first === undefined || from >= first.from) return from;
  if (due_day == null || monthName(from) < monthName(first.from)) return first.from;
  return from;
}

function termsWith(payment: Payment, old: Term, edited: Term, from: Day): Term[] {
  const before = payment.terms.filter((term) => term.from < from);
  const after = payment.terms.filter((term) => term.from > from && term !== old);
  const [next] = after;
  if (next !== undefined && next.from <= edited.from)
    throw overtakenTerm(payment, edited.from, next);
  return [...before, edited, ...carriedTerms(old, edited, after).terms];
}

const isSameTerm = (one: Term, other: Term): boolean =>
  JSON.stringify({ ...one, from: "" }) === JSON.stringify({ ...other, from: "" });

/** Another end may be the same cycles, but it is what the user wants to read. */
function hasOtherEnd(before: readonly Term[], after: readonly Term[]): boolean {
  const [old, now] = [before.at(-1), after.at(-1)];
  return old?.until !== now?.until || old?.count !== now?.count;
}

/** A term that is another, and has no cycle, begins too late, or is followed too soon by one that has its own. */
function refuseUnfelt(payment: Payment, from: Day, policy: Policy): void {
  const next = payment.terms.find((term) => term.from > from);
  const force = { from, to: next === undefined ? lastDay : addDays(next.from, -1) };
  if (cyclesNamed(payment, force, policy).length === 0) throw unfelt(payment, from, policy);
}

function unfelt(payment: Payment, from: Day, policy: Policy): Refusal {
  const near = nearestCycle(payment, from, policy);
  return new Refusal(
    "conflict",
    `no cycle of ${payment.name} would feel that from ${from} on`,
    near === null ? "It has no cycles." : `Let it begin with one of them: --from ${near.name}`,
  );
}

/** The next cycle from a day on, else the last one before it. */
function nearestCycle(payment: Payment, day: Day, policy: Policy): Cycle | null {
  const cycles = cyclesNamed(payment, { from: firstDay, to: lastDay }, policy);
  return cycles.find(({ name }) => name >= day) ?? cycles.at(-1) ?? null;
}

function overtakenTerm(payment: Payment, start: Day, next: Term): Refusal {
  return new Refusal(
    "conflict",
    `${payment.name} would begin on ${start}, but from ${next.from} on it has another term`,
    `Change that one: --from ${next.from}`,
  );
}
