import type { Cycle } from "../domain/cycles/cycle.ts";
import type { Standing } from "../domain/cycles/standing.ts";
import { addDays, type Day, epochDay, monthOf } from "../domain/days/calendar.ts";
import { parseAmount } from "../domain/money/money.ts";
import type { Habit } from "./plot.ts";
import type { Turn } from "./turns.ts";

/** Money that left for a cycle. */
export interface Outlay {
  readonly paid_on: Day;
  /** How much, in minor units, by where the cycle stands just before. */
  readonly minor: (standing: Standing) => number;
  readonly ref: string | null;
  /** Whether it names its cycle, names none, or was voided afterwards. */
  readonly as: "linked" | "unlinked" | "voided";
}

/** Lists what left for a cycle, the first first; `nth` is its number, by which the habit goes on. */
export function outlaysOf(
  cycle: Cycle,
  currency: string,
  turn: Turn | null,
  habit: Habit,
  nth: number,
): Outlay[] {
  const on = (lag: number, paid: Partial<Outlay> = {}, number = 0): Outlay => ({
    paid_on: addDays(cycle.date, lag),
    minor: usualShare(cycle, habit),
    ref: habit.ref === undefined ? null : habit.ref + refNumber(cycle, number),
    as: "linked",
    ...paid,
  });
  const exactly = (amount: string) => ({ minor: () => parseAmount(amount, currency).minor });
  const usual = habit.lags[nth % habit.lags.length] ?? 0;
  switch (turn?.what) {
    case undefined:
    case "expected":
    case "moved":
      return [on(usual)];
    case "unpaid":
    case "skipped":
    case "bounced":
      return [];
    case "paid":
      return [on(turn.lag, turn.amount === undefined ? {} : exactly(turn.amount))];
    case "part":
      return turn.rest === undefined
        ? [on(0, exactly(turn.amount))]
        : [on(0, exactly(turn.amount)), on(turn.rest, { minor: whatRemains }, 1)];
    case "twice":
      return [on(usual), on(usual + turn.days)];
    case "voided":
      return [on(usual, { ...exactly(turn.amount), as: "voided" }, 1), on(usual)];
    case "imported":
      return [on(turn.lag, { as: "unlinked" })];
  }
}

const whatRemains = ({ remaining }: Standing): number => remaining;

/** The percents of the habit; with some cents to and fro where there are any. */
function usualShare({ name }: Cycle, { percents }: Habit): Outlay["minor"] {
  const percent = percents?.[(monthOf(name) - 1) % percents.length];
  if (percent === undefined) return ({ expected }) => expected;
  return ({ expected }) => Math.round((expected * percent) / 100) + (epochDay(name) % 97);
}

/** Another number for every cycle of a payment, and for every part of one. */
function refNumber({ name }: Cycle, part: number): string {
  return String((epochDay(name) * 7919 + part * 131) % 1_000_000).padStart(6, "0");
}
