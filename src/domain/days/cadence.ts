/** How often something recurs; a `rule` says it in the words of RFC 5545. */
export const cadences = [
  "once",
  "daily",
  "weekly",
  "biweekly",
  "semimonthly",
  "monthly",
  "bimonthly",
  "quarterly",
  "semiannual",
  "yearly",
  "rule",
] as const;
export type Cadence = (typeof cadences)[number];
