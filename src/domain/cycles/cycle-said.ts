import { type Day, widenSpan } from "../days/calendar.ts";
import { readDay } from "../days/read-day.ts";
import type { Payment } from "../registry/payment.ts";
import { type Cycle, cyclesNamed } from "./cycle.ts";
import { standeeOf, type View } from "./settle.ts";

/**
 * Reads the name of a cycle as a person writes it, `2026-02-05`, `feb 5`, `15`, `friday`, `next`: of the cycles that the
 * words name, the one nearest today, `isWanted` (open ones) before the others. Words that name no cycle within four
 * years give the nearest such day, which `requireCycle` refuses.
 */
export function cycleSaid(
  payment: Payment,
  text: string,
  view: View,
  isWanted: (cycle: Cycle) => boolean = (cycle) =>
    !standeeOf(payment, cycle, view).standing.isSettled,
): Day {
  const { today, policy } = view;
  const cyclesIn = (from: Day, to: Day) => cyclesNamed(payment, { from, to }, policy);
  return readDay(text, {
    today,
    direction: {
      names: () => {
        const { from, to } = widenSpan({ from: today, to: today }, fourYears, fourYears);
        return cyclesIn(from, to).map(({ name }) => name);
      },
      isOpen: (name) => cyclesIn(name, name).some(isWanted),
    },
  });
}

/** So that 29 February is among them. */
const fourYears = 1461;
