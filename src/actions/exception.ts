import type { Context } from "../context.ts";
import { findCycle, isSkipped } from "../domain/cycles/cycle.ts";
import { cycleSaid } from "../domain/cycles/cycle-said.ts";
import { expectAmount, moveCycle, skipCycle, unskipCycle } from "../domain/cycles/exception.ts";
import { type ScheduledPayment, scheduledPayment } from "../domain/cycles/scheduled.ts";
import { nextOpen, requireCycle, type Standee, standeeOf } from "../domain/cycles/settle.ts";
import { type Day, isDay } from "../domain/days/calendar.ts";
import type { Decimal } from "../domain/money/decimal.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { readPrice } from "../domain/registry/term-draft.ts";
import { type Books, changeBooks, type Receipted } from "./books.ts";
import { paymentChange, paymentEdit, paymentMeant } from "./payment-edit.ts";

/** What is answered after one cycle was changed: the cycle, and where its payment is due next. */
export interface CycleChanged extends ScheduledPayment, Receipted {
  readonly next_due: Day | null;
}

interface OneCycle {
  readonly payment: string;
  /** By its nominal day, as typed. */
  readonly cycle: string;
}

/** Skips a cycle, the next open one unless another is named. */
export function skip(
  context: Context,
  { payment, cycle }: Omit<OneCycle, "cycle"> & { readonly cycle: string | null },
): Promise<CycleChanged> {
  return changeCycle(context, "skip", payment, (found, books) => {
    const target = cycle === null ? nextToSkip(found, books) : standeeNamed(found, cycle, books);
    return { target, after: skipCycle(found, target) };
  });
}

/** Takes a skip back: of the cycle named, else of the only one to come that is skipped. */
export function unskip(
  context: Context,
  { payment, cycle }: Omit<OneCycle, "cycle"> & { readonly cycle: string | null },
): Promise<CycleChanged> {
  return changeCycle(context, "unskip", payment, (found, books) => {
    const name =
      cycle === null
        ? onlySkipped(found, books)
        : cycleSaid(found, cycle, books.viewOf(found), isSkipped);
    const target = standeeOf(found, requireCycle(found, name, books.policy), books.viewOf(found));
    return { target, after: unskipCycle(found, target.cycle) };
  });
}

/** Moves a cycle to another day. */
export function move(
  context: Context,
  { payment, cycle, to }: OneCycle & { readonly to: Day },
): Promise<CycleChanged> {
  return changeCycle(context, "move", payment, (found, books) => {
    const target = standeeNamed(found, cycle, books);
    return { target, after: moveCycle(found, target, to) };
  });
}

/** Sets what one cycle is expected to cost. */
export function expect(
  context: Context,
  { payment, cycle, amount }: OneCycle & { readonly amount: string },
): Promise<CycleChanged> {
  return changeCycle(context, "expect", payment, (found, books) => {
    const target = standeeNamed(found, cycle, books);
    return { target, after: expectAmount(found, target, expectedOf(found, amount)) };
  });
}

interface Target {
  readonly target: Standee;
  readonly after: Payment;
}

function changeCycle(
  context: Context,
  action: string,
  text: string,
  decide: (payment: Payment, books: Books) => Target,
): Promise<CycleChanged> {
  const now = context.clock.now();
  return changeBooks(context, (books) => {
    const payment = paymentMeant(books, text);
    const { target, after } = decide(payment, books);
    const { name } = target.cycle;
    const { cycle, standing } = standeeNamed(after, name, books);
    const next = nextOpen(after, books.today, books.viewOf(after));
    return {
      change: paymentChange(action, paymentEdit(payment, after, now), { cycle: name }),
      outcome: {
        ...scheduledPayment(after, cycle, standing),
        next_due: next?.cycle.date ?? null,
      },
    };
  });
}

/** One amount in the payment's own currency; a range cannot be expected of a single cycle. */
function expectedOf(payment: Payment, text: string): Decimal {
  const { amount, amount_min, currency, isEstimate } = readPrice(text, payment.currency);
  if (amount_min === null && !isEstimate && currency === payment.currency) return amount;
  throw new Refusal(
    "bad-amount",
    `"${text}" is no single amount of ${payment.currency}`,
    `Give one amount in ${payment.currency}, such as ${payment.terms[0]?.amount ?? "150"}.`,
  );
}

function standeeNamed(payment: Payment, text: string, { policy, viewOf }: Books): Standee {
  const view = viewOf(payment);
  return standeeOf(payment, requireCycle(payment, cycleSaid(payment, text, view), policy), view);
}

function nextToSkip(payment: Payment, { today, viewOf }: Books): Standee {
  const next = nextOpen(payment, today, viewOf(payment));
  if (next !== null) return next;
  throw new Refusal(
    "nothing-owed",
    `${payment.name} has no open cycle from ${today} on`,
    `See what it has: valhalla show ${addressOf(payment)}`,
  );
}

function onlySkipped(payment: Payment, { today, policy }: Books): Day {
  const skipped = Object.keys(payment.exceptions)
    .filter(isDay)
    .sort()
    .map((name) => findCycle(payment, name, policy))
    .filter((cycle) => cycle !== null)
    .filter((cycle) => isSkipped(cycle) && cycle.date >= today);
  const [only, ...others] = skipped;
  if (only !== undefined && others.length === 0) return only.name;
  throw new Refusal(
    skipped.length === 0 ? "not-found" : "ambiguous",
    skipped.length === 0
      ? `${payment.name} has no skipped cycle to come`
      : `${payment.name} has ${skipped.length} skipped cycles to come`,
    skipped.length === 0
      ? "An older one is named with --cycle."
      : `Name one with --cycle: ${skipped.map(({ name }) => name).join(", ")}.`,
  );
}
