import { move } from "../actions/exception.ts";
import type { Day } from "../domain/days/calendar.ts";
import { renderMoved } from "../render/cycle-changed.ts";
import { describeCommand, type Register } from "./command.ts";
import { type CycleFlags, requireCycleFlag } from "./cycle-flags.ts";
import { dayFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("move <payment>"), {
    examples: ["valhalla move rent --cycle 2026-03-01 --to 2026-03-04"],
    exits: [1, 3, 4, 74],
    notes: "The cycle keeps its name; only the day it is due changes.",
  });
  requireCycleFlag(command)
    .requiredOption("--to <day>", "the day it is due instead", dayFlag(call))
    .action(async (payment: string, { cycle, to }: CycleFlags & { to: Day }) => {
      const moved = await move(call.context, { payment, cycle, to });
      await respond(call, moved, {
        text: renderMoved,
        hints: (outcome) => changeHints(outcome, "valhalla schedule"),
      });
    });
};
