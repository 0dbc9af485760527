import { Refusal } from "../refusal.ts";
import { type Day, widenSpan } from "./calendar.ts";
import type { Holidays } from "./holidays.ts";
import { nominalDays, type Recurrence } from "./recurrence.ts";

/**
 * The first due day of something that starts on a day: that day itself, or the first day on or after it
 * that its due day or its rule names. Without a start of the user's, `start` is today.
 *
 * `--due-day 15` from 2026-01-20 gives 2026-02-15, for `quarterly` and `yearly` too. Refuses
 * `bad-cadence` what does not fall due within 60 years. A cadence of `rule` needs `loadRules` first.
 */
export function anchorFor(
  pattern: Pick<Recurrence, "cadence" | "due_day" | "rule">,
  start: Day,
  holidays: Holidays,
): Day {
  // A one-off has no second place to go to, but its first is found as a monthly one's is.
  const cadence =
    pattern.cadence === "once" && pattern.due_day !== null ? "monthly" : pattern.cadence;
  const recurrence = { ...pattern, cadence, every: 1, anchor: start, until: null, count: 1 };
  const span = widenSpan({ from: start, to: start }, 0, sixtyYears);
  const [first] = nominalDays(recurrence, span, holidays);
  if (first !== undefined) return first;
  throw new Refusal(
    "bad-cadence",
    `nothing falls due in the 60 years from ${start} that way`,
    "Check --rule, --due-day and --start.",
  );
}

/** No rule that means anything waits longer: even 29 February every eight years comes within forty. */
const sixtyYears = 60 * 366;
