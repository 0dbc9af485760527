import { type CycleChanged, expect } from "../actions/exception.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderExpected } from "../render/cycle-changed.ts";
import { describeCommand, type Register } from "./command.ts";
import { type CycleFlags, requireCycleFlag } from "./cycle-flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("expect <payment>"), {
    examples: ["valhalla expect hydro --cycle 2026-03-15 --amount 132.10"],
    exits: [1, 3, 4, 74],
    notes: "For this cycle only; a new price is valhalla edit <payment> --amount X --from DAY.",
  });
  requireCycleFlag(command)
    .requiredOption("--amount <amount>", "what it is expected to cost")
    .action(async (payment: string, { cycle, amount }: CycleFlags & { amount: string }) => {
      const expected = await expect(call.context, { payment, cycle, amount });
      await respond(call, expected, {
        text: renderExpected,
        hints: (outcome) => changeHints(outcome, confirmLine(outcome)),
      });
    });
};

function confirmLine({ payment_id, name, cycle }: CycleChanged): string {
  return `valhalla confirm ${addressOf({ id: payment_id, name })} --cycle ${cycle}`;
}
