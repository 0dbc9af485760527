import { Refusal } from "../refusal.ts";
import { type Day, yearOf } from "./calendar.ts";
import { canadianCalendars, holidaysInYear } from "./holidays/canada.ts";

/** The weekdays on which business rests, of one calendar. */
export interface Holidays {
  has(day: Day): boolean;
}

/** The user's own calendars: lists of holidays by name. */
export type Calendars = Readonly<Record<string, readonly Day[]>>;

/** No holidays: only Saturdays and Sundays are no business days. */
export const noHolidays: Holidays = { has: () => false };

/**
 * Finds the holidays of a calendar by its name: `CA`, `CA-ON`, … or a list of the user's, which comes
 * first where the names are the same; null has none. Refuses `bad-value` an unknown name. Each year
 * is worked out once.
 */
export function holidaysOf(calendar: string | null, userCalendars: Calendars): Holidays {
  if (calendar === null) return noHolidays;
  const own = Object.hasOwn(userCalendars, calendar) ? userCalendars[calendar] : undefined;
  return own === undefined ? builtIn(calendar, userCalendars) : ownHolidays(own);
}

const ownSets = new WeakMap<readonly Day[], Holidays>();
const builtIns = new Map<string, Holidays>();

function ownHolidays(days: readonly Day[]): Holidays {
  const known = ownSets.get(days);
  if (known !== undefined) return known;
  const holidays = new Set(days);
  ownSets.set(days, holidays);
  return holidays;
}

function builtIn(calendar: string, userCalendars: Calendars): Holidays {
  const known = builtIns.get(calendar);
  if (known !== undefined) return known;
  if (!canadianCalendars.includes(calendar)) throw unknownCalendar(calendar, userCalendars);
  const holidays = byYear((year) => holidaysInYear(calendar, year).map(({ observed }) => observed));
  builtIns.set(calendar, holidays);
  return holidays;
}

function byYear(daysOf: (year: number) => Day[]): Holidays {
  const years = new Map<number, ReadonlySet<Day>>();
  const inYear = (year: number): ReadonlySet<Day> => {
    const days = new Set(daysOf(year));
    years.set(year, days);
    return days;
  };
  return {
    has(day) {
      const year = yearOf(day);
      return (years.get(year) ?? inYear(year)).has(day);
    },
  };
}

function unknownCalendar(calendar: string, userCalendars: Calendars): Refusal {
  const names = [...canadianCalendars, ...Object.keys(userCalendars).sort()];
  const typed = calendar.trim().toUpperCase().replace("CA-", "");
  const meant = names.find((name) => name.toUpperCase().replace("CA-", "") === typed);
  return new Refusal(
    "bad-value",
    `there is no calendar "${calendar}"`,
    meant === undefined ? `The calendars are ${names.join(", ")}.` : `Write ${meant}.`,
  );
}
