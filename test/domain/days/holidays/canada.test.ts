import Oracle from "date-holidays";
import { describe, expect, test } from "vitest";
import { dayOf, isDay, monthOf, weekdayOf, yearOf } from "../../../../src/domain/days/calendar.ts";
import {
  canadianCalendars,
  easterSunday,
  holidaysInYear,
} from "../../../../src/domain/days/holidays/canada.ts";
import { holidayRules } from "../../../../src/domain/days/holidays/canada-table.ts";
import { table } from "../../../support/table.ts";

const years = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("holidaysInYear", () => {
  test.each(
    table<"calendar" | "year" | "days">(`
      calendar | year | days
      CA       | 2026 | 01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26
      CA-AB    | 2026 | 01-01 02-16 04-03 05-18 07-01 09-07 10-12 11-11 12-25
      CA-BC    | 2018 | 01-01 02-12 03-30 05-21 07-01 08-06 09-03 10-08 11-11 12-25
      CA-BC    | 2026 | 01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25
      CA-MB    | 2026 | 01-01 02-16 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25
      CA-NB    | 2026 | 01-01 02-16 04-03 07-01 08-03 09-07 11-11 12-25
      CA-NL    | 2026 | 01-01 04-03 07-01 09-07 11-11 12-25
      CA-NS    | 2026 | 01-01 02-16 04-03 07-01 09-07 11-11 12-25
      CA-NT    | 2026 | 01-01 04-03 05-18 06-21 07-01 08-03 09-07 09-30 10-12 11-11 12-25
      CA-NU    | 2026 | 01-01 04-03 05-18 07-01 07-09 08-03 09-07 09-30 10-12 11-11 12-25
      CA-ON    | 2026 | 01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-26
      CA-PE    | 2026 | 01-01 02-16 04-03 07-01 09-07 09-30 11-11 12-25
      CA-QC    | 2026 | 01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25
      CA-SK    | 2026 | 01-01 02-16 04-03 05-18 07-01 08-03 09-07 10-12 11-11 12-25
      CA-YT    | 2026 | 01-01 04-03 05-18 06-21 07-01 08-17 09-07 09-30 10-12 11-11 12-25
    `),
  )("of $calendar in $year", ({ calendar, year, days }) => {
    const found = holidaysInYear(calendar, Number(year)).map(({ date }) => date);
    expect(found).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  test.each(
    table<"why" | "calendar" | "year" | "observed">(`
      why                                      | calendar | year | observed
      New Year's Day on a Saturday             | CA       | 2022 | 01-03 04-15 05-23 07-01 09-05 09-30 10-10 11-11 12-26 12-27
      Christmas on a Saturday                  | CA       | 2021 | 01-01 04-02 05-24 07-01 09-06 09-30 10-11 11-11 12-27 12-28
      Christmas on a Sunday with Boxing Day    | CA-ON    | 2022 | 01-03 02-21 04-15 05-23 07-01 09-05 10-10 12-27 12-26
      Christmas on a Sunday without            | CA-AB    | 2022 | 01-03 02-21 04-15 05-23 07-01 09-05 10-10 11-11 12-26
      Canada Day and 30 September on Saturdays | CA       | 2023 | 01-02 04-07 05-22 07-03 09-04 10-02 10-09 11-13 12-25 12-26
      the day after would be a holiday         | CA-QC    | 2028 | 01-03 04-14 05-22 06-26 07-03 09-04 10-09 12-25
    `),
  )("is observed on weekdays: $why", ({ calendar, year, observed }) => {
    const found = holidaysInYear(calendar, Number(year)).map((holiday) =>
      holiday.observed.slice(5),
    );
    expect(found.toSorted()).toEqual(observed.split(" ").toSorted());
  });

  test("is observed on different weekdays of the same year, in every year and calendar", () => {
    for (const calendar of canadianCalendars) {
      for (const year of years(1900, 2199)) {
        const observed = holidaysInYear(calendar, year).map((holiday) => holiday.observed);
        expect(new Set(observed).size).toBe(observed.length);
        expect(observed.every((day) => weekdayOf(day) <= 5 && yearOf(day) === year)).toBe(true);
      }
    }
  });

  test("knows every calendar its table names, and the other way round", () => {
    const named = new Set(holidayRules.flatMap((rule) => rule.in.split(" ")));
    expect([...named].map((code) => (code === "CA" ? code : `CA-${code}`)).toSorted()).toEqual(
      canadianCalendars.toSorted(),
    );
  });
});

describe("easterSunday", () => {
  test.each(
    table<"year" | "easter">(`
      year | easter
      1900 | 1900-04-15
      1943 | 1943-04-25
      1954 | 1954-04-18
      1981 | 1981-04-19
      2008 | 2008-03-23
      2011 | 2011-04-24
      2026 | 2026-04-05
      2038 | 2038-04-25
      2049 | 2049-04-18
      2076 | 2076-04-19
      2106 | 2106-04-18
      2160 | 2160-03-23
      2199 | 2199-04-14
    `),
  )("of $year", ({ year, easter }) => {
    expect(easterSunday(Number(year))).toBe(easter);
  });

  test("is a Sunday from 22 March to 25 April", () => {
    for (const year of years(1900, 2199)) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= dayOf(year, 3, 22) && easter <= dayOf(year, 4, 25)).toBe(true);
    }
  });
});

/** Where this program and date-holidays differ on purpose; a plus is a day that only this program has. */
const differences = table<"calendar" | "day" | "from" | "why">(`
  calendar | day   | from | why
  CA       | + 5   | 2016 | Victoria Day is in the Canada Labour Code; the oracle lists what is common to all provinces
  CA       | + 9   | 2021 | so is the National Day for Truth and Reconciliation
  CA       | + 10  | 2016 | so is Thanksgiving
  CA       | + 11  | 2016 | so is Remembrance Day
  CA       | + 12  | 2016 | so is Boxing Day
  CA-BC    | + 9   | 2023 | the oracle has 30 September as an observance; the act has it since 2023
  CA-MB    | + 9   | 2024 | the same, since 2024
  CA-MB    | + 11  | 2016 | business rests on 11 November by Manitoba's Remembrance Day Act
  CA-NT    | + 9   | 2022 | the same 30 September, since 2022
  CA-NT    | - 3/4 | 2016 | Easter Monday is not in the Employment Standards Act
  CA-NT    | - 12  | 2016 | nor is Boxing Day
  CA-NU    | + 7   | 2020 | the oracle has Nunavut Day as a bank holiday
  CA-NU    | + 9   | 2022 | 30 September, since 2022
  CA-ON    | - 3/4 | 2016 | Easter Monday is not in the Employment Standards Act, 2000
  CA-PE    | + 9   | 2022 | 30 September, since 2022
  CA-PE    | - 8   | 2016 | Gold Cup Parade Day is not in the Employment Standards Act
  CA-YT    | + 9   | 2023 | 30 September, since 2023
  CA-YT    | - 3/4 | 2016 | Easter Monday is not in the Employment Standards Act
`);

describe("date-holidays agrees but for the differences meant", () => {
  test.each(canadianCalendars)("on %s from 2016 to 2036", (calendar) => {
    const [country = "", province] = calendar.split("-");
    const oracle = province === undefined ? new Oracle(country) : new Oracle(country, province);
    for (const year of years(2016, 2036)) {
      const ours = holidaysInYear(calendar, year).map(({ date }) => String(date));
      const theirs = oracle
        .getHolidays(year)
        .filter(({ type, substitute }) => type === "public" && !substitute)
        .map(({ date }) => date.slice(0, 10));
      const found = [
        ...ours.filter((day) => !theirs.includes(day)).map((day) => `+ ${monthIn(day)}`),
        ...theirs.filter((day) => !ours.includes(day)).map((day) => `- ${monthIn(day)}`),
      ];
      const meant = differences.filter(
        (row) => row.calendar === calendar && Number(row.from) <= year,
      );
      expect([year, ...found.toSorted()]).toEqual([
        year,
        ...meant.map(({ day }) => day).toSorted(),
      ]);
    }
  });
});

function monthIn(day: string): string {
  if (!isDay(day)) throw new Error(`the oracle gave ${day}`);
  const isEasterMonday = [3, 4].includes(monthOf(day)) && weekdayOf(day) === 1;
  return isEasterMonday ? "3/4" : String(monthOf(day));
}
