import { type Schedule, schedule } from "../actions/due/schedule.ts";
import { cycleStatuses } from "../domain/cycles/cycle-status.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { paymentKinds } from "../domain/registry/payment.ts";
import { renderCalendar } from "../render/calendar.ts";
import { renderSchedule } from "../render/schedule.ts";
import type { Call } from "./call.ts";
import { answers, describeCommand, type Register } from "./command.ts";
import { addSpanFlags } from "./span-flags.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[payment]"), {
    examples: [
      "valhalla schedule",
      "valhalla schedule rent --days 90",
      "valhalla schedule --from 2026-01-01 --to 2026-12-31 --kind bill",
      "valhalla schedule --json | jq -c 'group_by(.currency)[] | [.[0].currency, (map(.remaining_minor) | add)]'",
    ],
    exits: [1, 3],
    notes:
      "It begins with what is overdue, however old; with --from or --to it is exactly those days.",
  });
  addSpanFlags(command, "so many days from today, both ends in, 0 to 3660")
    .option("--payment <payment>", "only this payment")
    .option("--kind <kind>", `only one of ${paymentKinds.join(", ")}`)
    .option("--status <status>", `only cycles that are ${cycleStatuses.join(", ")}`)
    .option("--no-overdue", "without what is overdue")
    .option("--calendar-view", "as the pages of a calendar");
  answers(command, on, schedule, {
    flags: ["calendar_view"],
    json: ({ overdue, cycles }) => [...(overdue ?? []), ...cycles],
    text: (due, style, { typed, context }) =>
      typed["calendar_view"] === true
        ? renderCalendar(due, style)
        : renderSchedule(due, context.clock.today(), style),
    hints: overdueHints,
  });
};

/** So many overdue cycles are no oversight: they were never meant to be confirmed one by one. */
const heap = 10;

function overdueHints({ overdue }: Schedule, { context }: Call): string[] {
  const oldest = overdue?.[0];
  if (oldest === undefined) return [];
  const named = addressOf({ id: oldest.payment_id, name: oldest.name });
  const hint = `The oldest is settled by: valhalla confirm ${named} --cycle ${oldest.cycle}`;
  if (overdue === null || overdue.length <= heap) return [hint];
  return [hint, `To settle a heap at once: valhalla skip --all --before ${context.clock.today()}`];
}
