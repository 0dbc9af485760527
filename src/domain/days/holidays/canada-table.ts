/** When in a year a holiday falls; `month` counts from 1. */
export type Falls =
  | { readonly month: number; readonly date: number }
  /** The nth Monday of the month. */
  | { readonly month: number; readonly monday: number }
  /** The last Monday before a date. */
  | { readonly month: number; readonly mondayBefore: number }
  /** So many days after Easter Sunday; negative before it. */
  | { readonly easter: number };

/** One line of the law: what falls when, in which calendars, from which year to which, both included. */
export interface HolidayRule {
  readonly name: string;
  readonly falls: Falls;
  /** `CA` is the federal list; the others are the provinces and territories by postal code. */
  readonly in: string;
  readonly since?: number;
  readonly until?: number;
}

const everywhere = "CA AB BC MB NB NL NS NT NU ON PE QC SK YT";

/**
 * The general holidays of Canada as the law stood in January 2026, applied to every year; a first year
 * is given only where a holiday is younger than 2006.
 *
 * Sources: `CA` the Canada Labour Code, Part III, Division V; the provinces and territories their
 * employment or labour standards acts (AB Employment Standards Code; BC Employment Standards Act; MB
 * Employment Standards Code; NB Employment Standards Act; NL Labour Standards Act; NS Labour Standards
 * Code; NT Employment Standards Act; NU Labour Standards Act; ON Employment Standards Act, 2000; PE
 * Employment Standards Act; QC Act respecting labour standards and National Holiday Act; SK
 * Employment Act; YT Employment Standards Act). Manitoba and Nova Scotia keep 11 November by their
 * Remembrance Day Acts. In Quebec, where the employer chooses Good Friday or Easter Monday, Good
 * Friday is taken. Days that employers only may give (Easter Monday, Heritage Day, Boxing Day in most
 * provinces, the civic holiday in Ontario) are not holidays here.
 */
export const holidayRules: readonly HolidayRule[] = [
  { name: "New Year's Day", falls: { month: 1, date: 1 }, in: everywhere },
  { name: "Family Day", falls: { month: 2, monday: 3 }, in: "AB" },
  { name: "Family Day", falls: { month: 2, monday: 3 }, in: "SK", since: 2007 },
  { name: "Family Day", falls: { month: 2, monday: 3 }, in: "ON", since: 2008 },
  { name: "Family Day", falls: { month: 2, monday: 2 }, in: "BC", since: 2013, until: 2018 },
  { name: "Family Day", falls: { month: 2, monday: 3 }, in: "BC", since: 2019 },
  { name: "Family Day", falls: { month: 2, monday: 3 }, in: "NB", since: 2018 },
  { name: "Louis Riel Day", falls: { month: 2, monday: 3 }, in: "MB", since: 2008 },
  { name: "Islander Day", falls: { month: 2, monday: 2 }, in: "PE", since: 2009, until: 2009 },
  { name: "Islander Day", falls: { month: 2, monday: 3 }, in: "PE", since: 2010 },
  { name: "Heritage Day", falls: { month: 2, monday: 3 }, in: "NS", since: 2015 },
  { name: "Good Friday", falls: { easter: -2 }, in: everywhere },
  {
    name: "Victoria Day",
    falls: { month: 5, mondayBefore: 25 },
    in: "CA AB BC MB NT NU ON SK YT",
  },
  { name: "National Patriots' Day", falls: { month: 5, mondayBefore: 25 }, in: "QC" },
  { name: "National Indigenous Peoples Day", falls: { month: 6, date: 21 }, in: "NT" },
  { name: "National Indigenous Peoples Day", falls: { month: 6, date: 21 }, in: "YT", since: 2017 },
  { name: "National Holiday", falls: { month: 6, date: 24 }, in: "QC" },
  {
    name: "Canada Day",
    falls: { month: 7, date: 1 },
    in: "CA AB BC MB NB NS NT NU ON PE QC SK YT",
  },
  { name: "Memorial Day", falls: { month: 7, date: 1 }, in: "NL" },
  { name: "Nunavut Day", falls: { month: 7, date: 9 }, in: "NU", since: 2020 },
  { name: "British Columbia Day", falls: { month: 8, monday: 1 }, in: "BC" },
  { name: "New Brunswick Day", falls: { month: 8, monday: 1 }, in: "NB" },
  { name: "Saskatchewan Day", falls: { month: 8, monday: 1 }, in: "SK" },
  { name: "Civic Holiday", falls: { month: 8, monday: 1 }, in: "NT NU" },
  { name: "Discovery Day", falls: { month: 8, monday: 3 }, in: "YT" },
  { name: "Labour Day", falls: { month: 9, monday: 1 }, in: everywhere },
  {
    name: "National Day for Truth and Reconciliation",
    falls: { month: 9, date: 30 },
    in: "CA",
    since: 2021,
  },
  {
    name: "National Day for Truth and Reconciliation",
    falls: { month: 9, date: 30 },
    in: "NT NU PE",
    since: 2022,
  },
  {
    name: "National Day for Truth and Reconciliation",
    falls: { month: 9, date: 30 },
    in: "BC YT",
    since: 2023,
  },
  { name: "Orange Shirt Day", falls: { month: 9, date: 30 }, in: "MB", since: 2024 },
  {
    name: "Thanksgiving",
    falls: { month: 10, monday: 2 },
    in: "CA AB BC MB NT NU ON QC SK YT",
  },
  {
    name: "Remembrance Day",
    falls: { month: 11, date: 11 },
    in: "CA AB BC MB NB NL NS NT NU PE SK YT",
  },
  { name: "Christmas Day", falls: { month: 12, date: 25 }, in: everywhere },
  { name: "Boxing Day", falls: { month: 12, date: 26 }, in: "CA ON" },
];
