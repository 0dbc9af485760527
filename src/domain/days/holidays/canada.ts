import { type Day, dayOf, dayOfEpoch, epochDay, weekdayOfEpoch } from "../calendar.ts";
import { type Falls, holidayRules } from "./canada-table.ts";

/** One holiday of a year: the day it is, and the weekday on which business rests for it. */
export interface Holiday {
  readonly name: string;
  readonly date: Day;
  readonly observed: Day;
}

/** The names of the built-in calendars: `CA` is federal, `CA-ON` and the like the provinces and territories. */
export const canadianCalendars: readonly string[] = [
  "CA",
  ..."AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" ").map((code) => `CA-${code}`),
];

/**
 * Lists the holidays of a built-in calendar in a year, by date.
 *
 * One that falls on a Saturday or a Sunday is observed on the next weekday that is no holiday itself,
 * as the banks do (the Bank of Canada's schedule of holidays): Christmas on a Saturday is observed
 * on Monday the 27th and Boxing Day on Tuesday the 28th. The acts of some provinces leave that day to
 * the employer; the banks' rule is taken for all.
 */
export function holidaysInYear(calendar: string, year: number): Holiday[] {
  const code = calendar.replace("CA-", "");
  const dated = holidayRules
    .filter((rule) => rule.in.split(" ").includes(code))
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ name, falls }) => ({ name, date: dayItFalls(falls, year) }));
  const taken = new Set(dated.map(({ date }) => epochDay(date)).filter(isWeekday));
  return dated.map(({ name, date }) => {
    let observed = epochDay(date);
    if (!isWeekday(observed)) {
      while (!isWeekday(observed) || taken.has(observed)) observed += 1;
      taken.add(observed);
    }
    return { name, date, observed: dayOfEpoch(observed) };
  });
}

/**
 * Finds Easter Sunday in the Gregorian calendar, by the anonymous algorithm as J. Meeus gives it
 * (Astronomical Algorithms, 1991, chapter 8).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDays = epact + toSunday - 7 * shift + 114;
  return dayOf(year, Math.floor(marchDays / 31), (marchDays % 31) + 1);
}

function dayItFalls(falls: Falls, year: number): Day {
  if ("easter" in falls) return dayOfEpoch(epochDay(easterSunday(year)) + falls.easter);
  if ("date" in falls) return dayOf(year, falls.month, falls.date);
  if ("monday" in falls) return mondayFrom(dayOf(year, falls.month, falls.monday * 7 - 6));
  return mondayFrom(dayOf(year, falls.month, falls.mondayBefore - 7));
}

/** The first Monday on or after a day. */
function mondayFrom(day: Day): Day {
  const count = epochDay(day);
  return dayOfEpoch(count + ((8 - weekdayOfEpoch(count)) % 7));
}

const isWeekday = (count: number): boolean => weekdayOfEpoch(count) <= 5;
