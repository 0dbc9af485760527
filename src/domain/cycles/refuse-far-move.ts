import { type Day, firstDay, lastDay, later, widenSpan } from "../days/calendar.ts";
import { holidaysOf } from "../days/holidays.ts";
import { nominalDays } from "../days/recurrence.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import type { Cycle } from "./cycle.ts";

/**
 * Refuses (`not-allowed`) to move a cycle to a day before the payment begins, or more than one period from its nominal day:
 * beyond the neighbours that its term gives it. `isFar` allows the second. What is paid once has no bounds.
 */
export function refuseFarMove(
  payment: Payment,
  cycle: Cycle,
  to: Day,
  isFar: boolean,
  policy: Policy,
): void {
  if (cycle.term.cadence === "once") return;
  const start = payment.terms[0]?.anchor ?? firstDay;
  if (to < start) {
    throw new Refusal(
      "not-allowed",
      `${payment.name} begins on ${start}: nothing of it can be due on ${to}`,
      `To have it begin earlier: valhalla edit ${addressOf(payment)} --start ${to} --correct`,
    );
  }
  const { before, after } = neighboursOf(cycle, policy);
  if (isFar || (before <= to && to <= after)) return;
  throw new Refusal(
    "not-allowed",
    `${to} is more than one period from ${cycle.name}`,
    `Choose a day from ${later(before, start)} to ${after}, or say --far.`,
  );
}

/** The nominal days beside a cycle, as if its term had neither begun with it nor ended. */
function neighboursOf(
  { name, term }: Cycle,
  policy: Policy,
): { readonly before: Day; readonly after: Day } {
  const endless = { ...term, until: null, count: null };
  const rest = holidaysOf(term.calendar, policy.calendars);
  for (let days = 62; ; days *= 2) {
    const around = widenSpan({ from: name, to: name }, days, days);
    const names = nominalDays(endless, around, rest);
    const before = names.findLast((day) => day < name);
    const after = names.find((day) => day > name);
    const isFirst = name <= term.anchor || around.from === firstDay;
    if (after !== undefined && (before !== undefined || isFirst)) {
      return { before: before ?? firstDay, after };
    }
    if (around.to === lastDay) return { before: before ?? firstDay, after: after ?? lastDay };
  }
}
