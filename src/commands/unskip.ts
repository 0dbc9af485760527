import { unskip } from "../actions/exception.ts";
import { renderUnskipped } from "../render/cycle-changed.ts";
import { describeCommand, type Register } from "./command.ts";
import { cycleFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("unskip <payment>"), {
    examples: ["valhalla unskip gym", "valhalla unskip gym --cycle 2026-03-15"],
    exits: [1, 3, 4, 74],
  })
    .option("--cycle <day>", "the cycle (default: the only skipped one to come)", cycleFlag)
    .action(async (payment: string, flags: { cycle?: string }) => {
      const opened = await unskip(call.context, { payment, cycle: flags.cycle ?? null });
      await respond(call, opened, {
        text: renderUnskipped,
        hints: (outcome) => changeHints(outcome, "valhalla schedule"),
      });
    });
};
