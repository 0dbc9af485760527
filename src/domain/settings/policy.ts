import type { Day } from "../days/calendar.ts";
import { type Settings, setting, settingIn } from "./setting-table.ts";

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

/** Reads the policy out of the settings. */
export function policyOf(settings: Settings): Policy {
  return {
    reminder_days: settingIn(settings, setting.reminderDays),
    grace_days: settingIn(settings, setting.graceDays),
    match_before: settingIn(settings, setting.matchBefore),
    match_after: settingIn(settings, setting.matchAfter),
    calendars: calendarsOf(settings),
  };
}

/** The policy of a household that has set nothing. */
export const defaultPolicy: Policy = policyOf(new Map());

function calendarsOf(settings: Settings): Policy["calendars"] {
  const calendars: Record<string, readonly Day[]> = Object.create(null);
  for (const [key, value] of settings) {
    if (key.startsWith("calendars.") && setting.calendar.is(value)) {
      calendars[key.slice("calendars.".length)] = value;
    }
  }
  return calendars;
}
