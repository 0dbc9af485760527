import type { Plot } from "../../src/sample/plot.ts";

/** How many cycles a payment of the bench has in a year, on average. */
export const cyclesAYear = 18.5;

/**
 * Makes so many payments, alike in all homes: of every hundred 76 monthly, 12 biweekly and 12 weekly. A third of them has
 * a cycle that is due tomorrow or the day after, which a confirmation of today settles.
 */
export function benchPlots(payments: number, months: number): Plot[] {
  return Array.from({ length: payments }, (_, index) => benchPlot(index, months));
}

/** The numbers of the payments that have a cycle to settle, as their names have them. */
export function settleable(payments: number): number[] {
  return Array.from({ length: payments }, (_, index) => index).filter(isDueSoon);
}

/** What the payment of a number is called. */
export function benchName(index: number): string {
  return `Payment ${String(index).padStart(5, "0")}`;
}

const isDueSoon = (index: number): boolean => index % 3 === 0;

function benchPlot(index: number, months: number): Plot {
  return {
    name: benchName(index),
    kind: index % 4 === 0 ? "subscription" : "bill",
    amount: `${20 + ((index * 37) % 400)}.${10 + (index % 90)}`,
    cadence: cadenceOf(index % 100),
    due_in: isDueSoon(index) ? 1 + (index % 2) : 3 + ((index * 7) % 11),
    payee: `Payee ${index % 40}`,
    category: "Household",
    months,
    habit: { method: "PAD", lags: [0, 1, 0, -1], ref: `R${index}-` },
  };
}

function cadenceOf(place: number): Plot["cadence"] {
  if (place % 8 === 0 && place < 96) return "weekly";
  return place % 7 === 3 && place < 98 ? "biweekly" : "monthly";
}
