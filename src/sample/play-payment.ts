import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import { cyclesDue } from "../domain/cycles/cycle.ts";
import { requireCycle, standeeOf, type View } from "../domain/cycles/settle.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { Transaction } from "../domain/ledger/transaction.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Policy } from "../domain/settings/policy.ts";
import { outlaysOf } from "./outlays.ts";
import type { Plot } from "./plot.ts";
import { plottedPayment } from "./plotted-payment.ts";
import { type Recorded, recordOutlay } from "./record-outlay.ts";
import { turnCycle } from "./turn-cycle.ts";
import type { Turn } from "./turns.ts";

/** A payment and all that happened to it. */
export interface Played {
  readonly payment: Payment;
  readonly confirmations: readonly Confirmation[];
  readonly transactions: readonly Transaction[];
}

/**
 * Plays a payment from its beginning to today: every cycle as its habit says, unless it has a turn of its own.
 * A plot with a rule needs `loadRules` first.
 */
export function playPayment(
  plot: Plot,
  turns: readonly Turn[],
  today: Day,
  policy: Policy,
): Played {
  const plotted = plottedPayment(plot, today, policy);
  const names = namesUntil(today, plotted, policy);
  const own = turnsByName(plot, turns, names);
  const known = new Map<Day, readonly Recorded[]>();
  const view: View = {
    evidence: (_id, name) => (known.get(name) ?? []).map(({ confirmation }) => confirmation),
    openMark: () => null,
    paidOn: (_id, day) =>
      [...known.values()]
        .flat()
        .flatMap(({ confirmation }) => (confirmation.paid_on === day ? confirmation : [])),
    today,
    policy,
  };
  const payment = [...own].reduce(
    (before, [name, turn]) => turnCycle(before, requireCycle(before, name, policy), turn, view),
    plotted,
  );
  for (const [nth, name] of names.entries()) {
    const cycle = requireCycle(payment, name, policy);
    for (const outlay of outlaysOf(
      cycle,
      payment.currency,
      own.get(name) ?? null,
      plot.habit,
      nth,
    )) {
      if (outlay.paid_on > today) continue;
      const before = known.get(name) ?? [];
      const standee = standeeOf(payment, cycle, view);
      const payer = { payment, standee, habit: plot.habit, view };
      known.set(name, [...before, recordOutlay(payer, outlay)]);
    }
  }
  const recorded = [...known.values()].flat();
  return {
    payment,
    confirmations: recorded.map(({ confirmation }) => confirmation),
    transactions: recorded.flatMap(({ transactions }) => transactions),
  };
}

function namesUntil(today: Day, payment: Payment, policy: Policy): Day[] {
  const from = payment.terms[0]?.from ?? today;
  if (from > today) return [];
  return cyclesDue(payment, { from, to: today }, policy).map(({ name }) => name);
}

function turnsByName(plot: Plot, turns: readonly Turn[], names: readonly Day[]): Map<Day, Turn> {
  const own = new Map<Day, Turn>();
  for (const turn of turns) {
    const name = turn.payment === plot.name ? names.at(-1 - turn.ago) : undefined;
    if (name !== undefined) own.set(name, turn);
  }
  return own;
}
