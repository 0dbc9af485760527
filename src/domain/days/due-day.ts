import { Refusal } from "../refusal.ts";
import type { Cadence } from "./cadence.ts";
import {
  datesOf,
  type MonthPosition,
  monthPositionForms,
  parseMonthPosition,
  printMonthPosition,
} from "./month-position.ts";

/**
 * Reads a `--due-day` for a cadence and gives it in the form that is kept: one place in the month,
 * two for `semimonthly` (`15,last`), earlier one first. Refuses `bad-cadence` with the forms there are,
 * on a cadence that has no place in a month, and two places that can fall on the same day.
 */
export function parseDueDay(text: string, cadence: Cadence): string {
  if (!takesDueDay(cadence)) {
    throw new Refusal(
      "bad-cadence",
      `a ${cadence} cadence takes no due day`,
      "Leave out --due-day and say the first day with --start.",
    );
  }
  const positions = parsePositions(text);
  const wanted = cadence === "semimonthly" ? 2 : 1;
  if (positions.length === wanted) return positions.map(printMonthPosition).join(",");
  throw new Refusal(
    "bad-cadence",
    `"${text}" is not a due day for a ${cadence} cadence`,
    wanted === 2
      ? "Write two places in the month, such as 15,last."
      : `Write one of ${monthPositionForms}; two of them go with --cadence semimonthly.`,
  );
}

/** True for the cadences whose cycles have a place in the month; the others take theirs from the anchor. */
export function takesDueDay(cadence: Cadence): boolean {
  return cadence === "once" || isMonthly(cadence);
}

/** True for the cadences that count months, whole or half: every cycle has a place in its month. */
export function isMonthly(cadence: Cadence): boolean {
  return !["once", "daily", "weekly", "biweekly", "rule"].includes(cadence);
}

/** Reads one place in the month or two with a comma or "and" between them, earlier one first. */
export function parsePositions(text: string): readonly MonthPosition[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const positions = readPositions(text);
  read.set(text, positions);
  return positions;
}

/** By its text, because the few that there are come again with every payment. */
const read = new Map<string, readonly MonthPosition[]>();

function readPositions(text: string): MonthPosition[] {
  const positions = text
    .split(/,| and /)
    .map(parseMonthPosition)
    .sort((a, b) => datesOf(a).earliest - datesOf(b).earliest);
  const [first, second] = positions;
  if (first && second && datesOf(first).latest >= datesOf(second).earliest) {
    throw new Refusal(
      "bad-cadence",
      `"${text}" names two places that can fall on the same day`,
      "Choose two that are further apart, such as 15,last.",
    );
  }
  return positions;
}
