import { addDays, type Day, later, parseDay } from "../days/calendar.ts";
import type { Policy } from "../settings/policy.ts";
import type { Payment } from "./payment.ts";

/**
 * The day from which on a payment is owed without being asked for: what was due before it came into the books is past.
 *
 * Records of before this was kept have the day they were made, less the days of grace. Never before the first due day.
 */
export function owedFrom({ owed_from, created_at, terms }: Payment, policy: Policy): Day {
  const since = owed_from ?? usualOwedFrom(parseDay(created_at.slice(0, 10)), policy);
  return later(since, terms[0]?.anchor ?? since);
}

/** What came into the books on a day is owed from so many days before it as a cycle has grace. */
export function usualOwedFrom(day: Day, { grace_days }: Policy): Day {
  return addDays(day, -grace_days);
}
