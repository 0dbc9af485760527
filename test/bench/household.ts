import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { confirmPayment } from "../../src/domain/confirming/confirm.ts";
import { type Cycle, cyclesDue } from "../../src/domain/cycles/cycle.ts";
import { addDays, addMonths, type Day, earlier, parseDay } from "../../src/domain/days/calendar.ts";
import { minorOf } from "../../src/domain/money/money.ts";
import { newPayment } from "../../src/domain/registry/new-payment.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { usualDraft } from "../../src/domain/registry/usual-draft.ts";
import { defaultPolicy } from "../../src/domain/settings/policy.ts";
import { sampleId } from "../../src/sample/sample-id.ts";

/** The day all homes of the bench are as of. */
export const benchDay = parseDay("2026-01-15");

/** What a home of the bench holds. */
export interface Recipe {
  readonly payments: number;
  /** How many months before the bench's day the payments began. */
  readonly months: number;
  /** What became of the cycles before the bench's day. In new books nothing did, and they are not owed. */
  readonly past: "paid" | "skipped" | "new";
  readonly confirmations: number;
}

/** How a payment stands on the bench's day, which decides what a confirmation of that day does. */
export type Situation = "due" | "arrears" | "later" | "soon";

/**
 * A payment's situation by its number: `due` within two days, so that a confirmation settles the cycle in whose window
 * the day is; in `arrears`, its last two cycles open and none near; or `later`, all settled and the next cycle a week or
 * more away, so that a plain confirmation is refused. One in ten is in arrears.
 */
export function situationOf(number: number): Situation {
  if (number % 10 === 3) return "arrears";
  const days = daysToNext(number);
  if (days <= 2) return "due";
  return days >= 8 ? "later" : "soon";
}

/** What the payment of a number is called. */
export function nameOf(number: number): string {
  return `Payment ${String(number).padStart(5, "0")}`;
}

/** The payments of a recipe: one in five weekly, the others monthly; none has a cycle in the last five days. */
export function paymentsOf(recipe: Recipe): Payment[] {
  return Array.from({ length: recipe.payments }, (_, number) => {
    const payment = paymentOf(number, recipe);
    if (recipe.past !== "skipped") return payment;
    const skipped = settledCycles(payment).map(({ name }) => [name, { skipped: true }] as const);
    return { ...payment, exceptions: Object.fromEntries(skipped) };
  });
}

/** What was paid in one year. */
export interface Year {
  readonly lastDay: Day;
  readonly confirmations: readonly Confirmation[];
}

/** The confirmations of a recipe, year by year: those of every settled cycle, in parts that add up to what it costs. */
export function* yearsOf(recipe: Recipe, payments: readonly Payment[]): Generator<Year> {
  if (recipe.confirmations === 0) return;
  const cycles = payments.flatMap((payment) =>
    settledCycles(payment).map((cycle) => ({ payment, cycle })),
  );
  const upTo = (count: number) => Math.floor((count * recipe.confirmations) / cycles.length);
  const paid = cycles
    .sort((one, other) => (one.cycle.date < other.cycle.date ? -1 : 1))
    .map((each, index) => ({ ...each, parts: upTo(index + 1) - upTo(index) }));
  for (const year of new Set(paid.map(({ cycle }) => cycle.date.slice(0, 4)))) {
    const paidThen = paid.filter(({ cycle }) => cycle.date.startsWith(year));
    yield {
      lastDay: earlier(parseDay(`${year}-12-31`), benchDay),
      confirmations: paidThen.flatMap(({ payment, cycle, parts }) => paidIn(parts, payment, cycle)),
    };
  }
}

function paymentOf(number: number, { months, past }: Recipe): Payment {
  const isWeekly = number % 5 === 0;
  const next = addDays(benchDay, daysToNext(number));
  const start = isWeekly ? addDays(next, -7 * weeksIn(months)) : addMonths(next, -months);
  const entered = past === "new" ? benchDay : start;
  const draft = {
    ...usualDraft,
    name: nameOf(number),
    kind: number % 4 === 0 ? ("subscription" as const) : ("bill" as const),
    amount: `${20 + ((number * 37) % 400)}.${10 + (number % 90)}`,
    currency: "CAD",
    cadence: isWeekly ? ("weekly" as const) : ("monthly" as const),
    due_day: isWeekly ? null : String(Number(next.slice(8))),
    start,
    payee: `Payee ${number % 40}`,
    category: "Household",
  };
  const stamp = { id: sampleId("pay", draft.name), now: `${entered}T09:00:00.000Z` };
  return newPayment(draft, stamp, entered, defaultPolicy);
}

const weeksIn = (months: number): number => Math.floor((months * 365.25) / 12 / 7);

function daysToNext(number: number): number {
  if (number % 5 === 0) return 1;
  return number % 10 === 3 ? 8 + (number % 17) : 1 + ((number * 7) % 24);
}

/** The cycles before the bench's day, without the last two of a payment in arrears. */
function settledCycles(payment: Payment): Cycle[] {
  const from = payment.terms[0]?.anchor ?? benchDay;
  const past = cyclesDue(payment, { from, to: addDays(benchDay, -1) }, defaultPolicy);
  const isInArrears = situationOf(Number(payment.name.slice(-5))) === "arrears";
  return isInArrears ? past.slice(0, -2) : past;
}

/** The confirmations by which a cycle was paid, in so many parts within a day of its date. */
function paidIn(parts: number, payment: Payment, { name, date, term }: Cycle): Confirmation[] {
  const { currency } = payment;
  const whole = minorOf(term.amount, currency);
  const upTo = (count: number) => Math.floor((count * whole) / parts);
  const known: Confirmation[] = [];
  const view = {
    evidence: () => known,
    openMark: () => null,
    paidOn: () => known,
    today: benchDay,
    policy: defaultPolicy,
  };
  for (let part = 0; part < parts; part++) {
    const paid_on = addDays(date, (part % 3) - 1);
    const payout = {
      paid_on,
      cycle: name,
      early: false,
      minor: upTo(part + 1) - upTo(part),
      method: "PAD",
      ref: `R${name}-${part}`,
      notes: "",
      source: "manual" as const,
      scheduled: false,
    };
    const id = sampleId("pc", payment.name, name, part);
    const stamp = { id, now: `${paid_on}T12:00:00.000Z` };
    known.push(confirmPayment(payment, payout, stamp, view).confirmation);
  }
  return known;
}
