import { listConfirmations } from "../actions/confirmations.ts";
import type { Day } from "../domain/days/calendar.ts";
import { renderConfirmations } from "../render/confirmations.ts";
import { describeCommand, type Register } from "./command.ts";
import { dayFlag } from "./flags.ts";
import { respond } from "./respond.ts";

interface ConfirmationsFlags {
  readonly payment?: string;
  readonly from?: Day;
  readonly to?: Day;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("confirmations"), {
    examples: [
      "valhalla confirmations --payment rent",
      "valhalla confirmations --from 2026-01-01 --json",
    ],
    exits: [1, 3],
  })
    .option("--payment <payment>", "only those of this payment")
    .option("--from <day>", "paid on that day or later", dayFlag(call))
    .option("--to <day>", "paid on that day or before", dayFlag(call))
    .action(async ({ payment, from, to }: ConfirmationsFlags) => {
      const confirmations = await listConfirmations(call.context, {
        payment: payment ?? null,
        from: from ?? null,
        to: to ?? null,
      });
      await respond(call, confirmations, { text: renderConfirmations });
    });
};
