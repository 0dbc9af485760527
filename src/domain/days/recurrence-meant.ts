import { Refusal } from "../refusal.ts";
import type { Cadence } from "./cadence.ts";
import type { Day } from "./calendar.ts";
import { dayMeant } from "./read-day.ts";
import type { RecurrenceSaid } from "./recurrence-phrases.ts";

/** When something recurs, as a draft of a payment has it; what was not said is absent. */
export interface RecurrenceMeant {
  readonly cadence?: Cadence;
  readonly every?: number;
  readonly due_day?: string;
  readonly start?: Day;
}

/**
 * Tells what words mean for something that begins on `begin`, unless they say another start: `on friday` is weekly from the first
 * Friday from then on, `1 and 15` is twice a month, `yearly on march 15` starts on the first 15 March, and a day without
 * a cadence is once. Refuses (`bad-cadence`) a weekday with a cadence of days, months or years.
 */
export function recurrenceMeant(said: RecurrenceSaid, begin: Day): RecurrenceMeant {
  const { on, from, due_day } = said;
  const first = from === undefined ? begin : dayMeant(from, future(begin));
  const cadence = cadenceMeant(said);
  const { every = 1 } = said;
  const start = on === undefined ? first : dayMeant(on, future(first));
  return {
    ...(cadence === undefined ? {} : { cadence }),
    ...(every === 1 ? {} : { every }),
    ...(due_day === undefined ? {} : { due_day }),
    ...(on === undefined && from === undefined ? {} : { start }),
  };
}

const future = (today: Day) => ({ today, direction: "future" }) as const;

function cadenceMeant({ cadence, every, due_day, on }: RecurrenceSaid): Cadence | undefined {
  if (due_day?.includes(",") && (cadence ?? "monthly") === "monthly" && (every ?? 1) === 1) {
    return "semimonthly";
  }
  if (on?.kind === "weekday") return weeklyCadence(cadence ?? "weekly");
  return cadence ?? (on === undefined ? undefined : "once");
}

function weeklyCadence(cadence: Cadence): Cadence {
  if (cadence === "weekly" || cadence === "biweekly" || cadence === "once") return cadence;
  throw new Refusal(
    "bad-cadence",
    `it cannot be ${cadence} and on each such weekday`,
    'Say which one of the month, such as "on the 2nd friday" or "on the last friday".',
  );
}
