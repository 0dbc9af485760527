import type { Day } from "../days/calendar.ts";
import type { SettingValue } from "./setting.ts";

/** The household's own numbers that the rules need, taken from its settings. */
export interface Policy {
  /** How many days ahead a cycle is `due-soon`. */
  readonly reminder_days: number;
  /** How many days past its date a cycle is in `grace` before it is `missed`. */
  readonly grace_days: number;
  /** How many days before its date a payment still settles a cycle by itself. */
  readonly match_before: number;
  /** The same, after its date. */
  readonly match_after: number;
  /** The user's own lists of holidays, by name. */
  readonly calendars: Readonly<Record<string, readonly Day[]>>;
}

export const defaultPolicy: Policy = {
  reminder_days: 5,
  grace_days: 5,
  match_before: 2,
  match_after: 5,
  calendars: {},
};

/** Reads the policy out of the settings; what is not set has its default. */
export function policyOf(settings: ReadonlyMap<string, SettingValue>): Policy {
  const number = (key: Exclude<keyof Policy, "calendars">): number => {
    const value = settings.get(key);
    return typeof value === "number" ? value : defaultPolicy[key];
  };
  return {
    reminder_days: number("reminder_days"),
    grace_days: number("grace_days"),
    match_before: number("match_before"),
    match_after: number("match_after"),
    calendars: calendarsOf(settings),
  };
}

function calendarsOf(settings: ReadonlyMap<string, SettingValue>): Policy["calendars"] {
  const calendars = Object.create(null) as Record<string, readonly Day[]>;
  for (const [key, value] of settings) {
    if (key.startsWith("calendars.") && Array.isArray(value)) {
      calendars[key.slice("calendars.".length)] = value as readonly Day[];
    }
  }
  return calendars;
}
