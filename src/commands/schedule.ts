import { type Overdue, schedule } from "../actions/due/schedule.ts";
import { cycleStatuses } from "../domain/cycles/cycle-status.ts";
import { paymentKinds } from "../domain/registry/payment.ts";
import { renderCalendar } from "../render/calendar.ts";
import { renderSchedule } from "../render/schedule.ts";
import { answers, describeCommand, type Register } from "./command.ts";
import { addSpanFlags } from "./span-flags.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla schedule",
      "valhalla schedule --days 90 --kind bill",
      "valhalla schedule --from 2026-01-01 --to 2026-12-31 --payment rent",
      "valhalla schedule --json | jq '[.[] | select(.status != \"paid\") | .amount_minor] | add'",
    ],
    exits: [1, 3],
  });
  addSpanFlags(command, "so many days from today, both ends in, 0 to 3660")
    .option("--payment <payment>", "only this payment")
    .option("--kind <kind>", `only one of ${paymentKinds.join(", ")}`)
    .option("--status <status>", `only cycles that are ${cycleStatuses.join(", ")}`)
    .option("--calendar-view", "as the pages of a calendar");
  answers(command, on, schedule, {
    flags: ["calendar_view"],
    json: ({ cycles }) => cycles,
    text: (due, style, { typed }) =>
      typed["calendar_view"] === true
        ? renderCalendar(due.cycles, due.span, style)
        : renderSchedule(due, style),
    hints: ({ overdue }) => overdueHints(overdue),
  });
};

function overdueHints(overdue: Overdue | null): string[] {
  if (overdue === null || overdue.count === 0) return [];
  const { count, days } = overdue;
  const cycles = count === 1 ? "1 cycle is" : `${count} cycles are`;
  return [`${cycles} still open from the ${days} days before: valhalla reconcile`];
}
