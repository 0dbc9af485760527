import { addDays, isDay } from "../domain/days/calendar.ts";
import type { Instant } from "../domain/days/instant.ts";
import { Refusal } from "../domain/refusal.ts";

/**
 * Reads an ISO 8601 instant and gives it in UTC: `2025-03-01T09:30:00-05:00` is
 * `2025-03-01T14:30:00Z`. A fraction of a second stays as it is; what names no zone is UTC already; a
 * day alone is its first moment. Refuses (`bad-input-file`) anything else.
 */
export function readInstant(text: string): Instant {
  if (usual.test(text) && isDay(text.slice(0, 10))) return text;
  const parts = pattern.exec(text.trim());
  const [, day = "", hours = "00", minutes = "00", seconds = "00", fraction = "", zone = "Z"] =
    parts ?? [];
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (parts === null || !isDay(day) || !isTime) {
    throw new Refusal(
      "bad-input-file",
      `"${text}" is not a moment such as 2025-03-01T09:30:00Z`,
      "A day alone will do, such as 2025-03-01.",
    );
  }
  const total = Number(hours) * 60 + Number(minutes) - minutesOf(zone);
  const inDay = ((total % 1440) + 1440) % 1440;
  const shifted = addDays(day, Math.floor(total / 1440));
  return `${shifted}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:${seconds}${fraction}Z`;
}

/** The spelling that needs nothing done to it. */
const usual = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const pattern =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

function minutesOf(zone: string): number {
  if (zone === "Z") return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -size : size;
}

const two = (value: number): string => String(value).padStart(2, "0");
