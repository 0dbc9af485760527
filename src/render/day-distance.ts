import dayjs from "dayjs";
import relativeTime from "dayjs/plugin/relativeTime.js";
import type { Day } from "../domain/days/calendar.ts";

dayjs.extend(relativeTime);

/** How far a day is from another in words: `today`, `in 5 days`, `2 months ago`. */
export function dayDistance(day: Day, today: Day): string {
  if (day === today) return "today";
  // At noon, so that no change of the clocks makes a day shorter than one.
  return dayjs(`${day}T12:00`).from(dayjs(`${today}T12:00`));
}
