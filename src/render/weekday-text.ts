import dayjs from "dayjs";
import type { Day } from "../domain/days/calendar.ts";

/** A day of this year as people say it: `Sun Mar 1`. */
export function weekdayText(day: Day): string {
  return dayjs(`${day}T12:00`).format("ddd MMM D");
}
