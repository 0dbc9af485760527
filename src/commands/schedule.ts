import { countOverdue, schedulePayments, totalRemaining } from "../actions/schedule.ts";
import { spanAhead } from "../actions/span.ts";
import { type CycleStatus, cycleStatuses } from "../domain/cycles/cycle-status.ts";
import { type PaymentKind, paymentKinds } from "../domain/registry/payment.ts";
import { renderCalendar } from "../render/calendar.ts";
import { renderSchedule } from "../render/schedule.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { choiceFlag } from "./flags.ts";
import { respond } from "./respond.ts";
import { addSpanFlags, type SpanFlags, spanInput } from "./span-flags.ts";

interface ScheduleFlags extends SpanFlags {
  readonly payment?: string;
  readonly kind?: PaymentKind;
  readonly status?: CycleStatus;
  readonly calendarView?: boolean;
}

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("schedule"), {
    examples: [
      "valhalla schedule",
      "valhalla schedule --days 90 --kind bill",
      "valhalla schedule --from 2026-01-01 --to 2026-12-31 --payment rent",
      "valhalla schedule --json | jq '[.[] | select(.status != \"paid\") | .amount_minor] | add'",
    ],
    exits: [1, 3],
  });
  addSpanFlags(command, call, "so many days from today, both ends in, 0 to 3660")
    .option("--payment <payment>", "only this payment")
    .option(
      "--kind <kind>",
      `only one of ${paymentKinds.join(", ")}`,
      choiceFlag("--kind", paymentKinds),
    )
    .option(
      "--status <status>",
      "only cycles of this status",
      choiceFlag("--status", cycleStatuses),
    )
    .option("--calendar-view", "as the pages of a calendar")
    .action(async (flags: ScheduleFlags) => {
      const span = spanInput(flags);
      const scheduled = await schedulePayments(call.context, {
        ...span,
        payment: flags.payment ?? null,
        kind: flags.kind ?? null,
        status: flags.status ?? null,
      });
      const remaining = call.globals.json ? [] : await totalRemaining(call.context, scheduled);
      const hints = await overdueHints(call, flags);
      const pages = spanAhead(span, call.context.clock.today());
      await respond(call, scheduled, {
        text: (cycles, style) =>
          flags.calendarView === true
            ? renderCalendar(cycles, pages, style)
            : renderSchedule(cycles, remaining, style),
        hints: () => hints,
      });
    });
};

/** Who asks what is ahead is told that something before it is still open. */
async function overdueHints({ context, globals }: Call, flags: ScheduleFlags): Promise<string[]> {
  const { from, payment, kind, status } = flags;
  const isAhead = [from, payment, kind, status].every((flag) => flag === undefined);
  if (globals.json || globals.quiet || !isAhead) return [];
  const { count, days } = await countOverdue(context);
  if (count === 0) return [];
  const cycles = count === 1 ? "1 cycle is" : `${count} cycles are`;
  return [`${cycles} still open from the ${days} days before: valhalla reconcile`];
}
