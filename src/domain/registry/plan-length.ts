import type { Cadence } from "../days/cadence.ts";
import { Refusal } from "../refusal.ts";
import { counted } from "../words/counted.ts";

/** A time that a plan lasts: 12 months. */
export interface PlanLength {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "year";
}

/**
 * Counts the cycles of a cadence in a time: monthly for 2 years are 24, every 2 weeks for 10 weeks are 5. Refuses
 * (`bad-cadence`) a time that is no whole number of them, such as 12 months of weeks.
 */
export function cyclesWithin(length: PlanLength, cadence: Cadence, every: number): number {
  const [units, base] = unitLengths[length.unit];
  const [step, stepBase] = cadenceLengths[cadence];
  const cycles = (length.count * units) / (step * every);
  if (base === stepBase && cycles >= 1 && Number.isInteger(cycles)) return cycles;
  throw new Refusal(
    "bad-cadence",
    `it is ${cadence}, and ${counted(length.count, length.unit)} make no whole number of its cycles`,
    'Say how many there are, "12 times", or the last day, "until 2026-12-31".',
  );
}

type Base = "day" | "half-month" | "none";

const unitLengths: Readonly<Record<PlanLength["unit"], readonly [number, Base]>> = {
  day: [1, "day"],
  week: [7, "day"],
  month: [2, "half-month"],
  year: [24, "half-month"],
};

const cadenceLengths: Readonly<Record<Cadence, readonly [number, Base]>> = {
  once: [1, "none"],
  daily: [1, "day"],
  weekly: [7, "day"],
  biweekly: [14, "day"],
  semimonthly: [1, "half-month"],
  monthly: [2, "half-month"],
  bimonthly: [4, "half-month"],
  quarterly: [6, "half-month"],
  semiannual: [12, "half-month"],
  yearly: [24, "half-month"],
  rule: [1, "none"],
};
