import { type Day, daysBetween } from "./calendar.ts";

/** The candidate whose day is nearest to a day, before it or after, the first of several as near; null without any. */
export function nearestTo<Each>(
  day: Day,
  candidates: readonly Each[],
  dayOf: (candidate: Each) => Day,
): Each | null {
  const distance = (each: Each) => Math.abs(daysBetween(dayOf(each), day));
  return candidates.reduce<Each | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}
