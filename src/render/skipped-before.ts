import type { SkippedBefore } from "../actions/due/skip-before.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { moneyText } from "./money.ts";

/** `Skipped 3 cycles due before 2026-01-01, 450.00 CAD`, then each, and what is left. */
export function renderSkippedBefore(outcome: SkippedBefore): string {
  const { before, skipped, left } = outcome;
  if (skipped.length === 0) return `Nothing to skip: no cycle due before ${before} is open`;
  return [
    `Skipped ${summary(outcome)}`,
    ...skipped.map(line),
    ...(left.length === 0 ? [] : ["Partly paid, so still owed:", ...left.map(line)]),
  ].join("\n");
}

/** The same cycles, before they are skipped. */
export function renderToSkip(outcome: SkippedBefore): string {
  return [`To be skipped: ${summary(outcome)}`, ...outcome.skipped.map(line)].join("\n");
}

function summary({ before, skipped, total }: SkippedBefore): string {
  const sums = total.map(moneyText).join(", ");
  return `${counted(skipped.length, "cycle")} due before ${before}, ${sums}`;
}

function line({ date, name, remaining, currency }: ScheduledPayment): string {
  return `  ${date}  ${cleanText(name)}  ${remaining} ${currency}`;
}
