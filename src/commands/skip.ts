import { skip } from "../actions/exception.ts";
import { renderSkipped } from "../render/cycle-changed.ts";
import { describeCommand, type Register } from "./command.ts";
import { cycleFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("skip <payment>"), {
    examples: ["valhalla skip gym", "valhalla skip gym --cycle 2026-03-15"],
    exits: [1, 3, 4, 74],
  })
    .option(
      "--cycle <day>",
      "the cycle, by its nominal day (default: the next open one)",
      cycleFlag,
    )
    .action(async (payment: string, flags: { cycle?: string }) => {
      const skipped = await skip(call.context, { payment, cycle: flags.cycle ?? null });
      await respond(call, skipped, {
        text: renderSkipped,
        hints: (outcome) => changeHints(outcome, "valhalla schedule"),
      });
    });
};
