import dayjs from "dayjs";
import relativeTime from "dayjs/plugin/relativeTime.js";
import { type Day, daysBetween } from "../domain/days/calendar.ts";

dayjs.extend(relativeTime);

/** How far a day is from another in words: `today`, `tomorrow`, `in 45 days`, `5 months ago`. */
export function dayDistance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
  if (Math.abs(days) < daysInWords) return days > 0 ? `in ${days} days` : `${-days} days ago`;
  // At noon, so that no change of the clocks makes a day shorter than one.
  return dayjs(`${day}T12:00`).from(dayjs(`${today}T12:00`));
}

/** From here on days are too many to count, and months are told. */
const daysInWords = 60;
