import { countNamed } from "../words/count-word.ts";
import type { Taken } from "../words/take-longest.ts";
import type { Cadence } from "./cadence.ts";

/** How often something recurs: each `every`th time of a cadence. */
export interface Rhythm {
  readonly cadence: Cadence;
  readonly every: number;
}

/**
 * Takes the words for a cadence off the beginning of a plain text (`plainWords`): `monthly`, `per month`, `a month`, `mo`,
 * `every month`, `every 3 months`, `every other week`, `twice a month`, …; null where it begins with none.
 */
export function takeCadence(text: string): Taken<Rhythm> | null {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(text);
    const said = match === null ? null : read(match[1] ?? "", match[2] ?? "");
    if (match !== null && said !== null) return { said, rest: text.slice(match[0].length) };
  }
  return null;
}

const adjectives: Readonly<Record<string, Cadence>> = {
  once: "once",
  onetime: "once",
  oneoff: "once",
  daily: "daily",
  weekly: "weekly",
  biweekly: "biweekly",
  fortnightly: "biweekly",
  semimonthly: "semimonthly",
  "twice a month": "semimonthly",
  "twice per month": "semimonthly",
  "twice monthly": "semimonthly",
  monthly: "monthly",
  bimonthly: "bimonthly",
  quarterly: "quarterly",
  semiannual: "semiannual",
  semiannually: "semiannual",
  halfyearly: "semiannual",
  "twice a year": "semiannual",
  "twice per year": "semiannual",
  "twice yearly": "semiannual",
  yearly: "yearly",
  annual: "yearly",
  annually: "yearly",
};

/** The cadence of one such unit, and its length in weeks or months where other cadences are counted in them. */
const units: Readonly<Record<string, readonly [Cadence, number, "days" | "weeks" | "months"]>> = {
  day: ["daily", 1, "days"],
  wk: ["weekly", 1, "weeks"],
  week: ["weekly", 1, "weeks"],
  fortnight: ["biweekly", 2, "weeks"],
  mo: ["monthly", 1, "months"],
  mth: ["monthly", 1, "months"],
  month: ["monthly", 1, "months"],
  qtr: ["quarterly", 3, "months"],
  quarter: ["quarterly", 3, "months"],
  yr: ["yearly", 12, "months"],
  year: ["yearly", 12, "months"],
  annum: ["yearly", 12, "months"],
};

const unit = `(${Object.keys(units).join("|")})`;
const end = "(?: |$)";

const patterns: readonly (readonly [RegExp, (one: string, other: string) => Rhythm | null])[] = [
  [new RegExp(`^(${Object.keys(adjectives).join("|")})${end}`), adjective],
  [new RegExp(`^(?:(?:per|an?|every|each) )?${unit}${end}`), (word) => rhythm(1, word)],
  [
    new RegExp(`^(?:every|each) (other|second|2nd|third|3rd|\\w+) ${unit}s?${end}`),
    (count, word) => rhythm(ordinals[count] ?? countNamed(count) ?? 0, word),
  ],
];

const ordinals: Readonly<Record<string, number>> = {
  other: 2,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
};

function adjective(word: string): Rhythm | null {
  const cadence = adjectives[word];
  return cadence === undefined ? null : { cadence, every: 1 };
}

/** So many of a unit; null for none and for more than 999. What has a cadence of its own is called by it: 3 months are a quarter. */
function rhythm(count: number, word: string): Rhythm | null {
  const unit = units[word];
  if (unit === undefined || count < 1 || count > 999) return null;
  const [cadence, length, base] = unit;
  const own = ownNames[`${count * length} ${base}`];
  return own === undefined ? { cadence, every: count } : { cadence: own, every: 1 };
}

const ownNames: Readonly<Record<string, Cadence>> = {
  "2 weeks": "biweekly",
  "2 months": "bimonthly",
  "3 months": "quarterly",
  "6 months": "semiannual",
  "12 months": "yearly",
};
