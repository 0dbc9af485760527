import { unconfirm } from "../actions/unconfirm.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderUnconfirmed } from "../render/confirmed.ts";
import { describeCommand, type Register } from "./command.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("unconfirm <id>"), {
    examples: ["valhalla unconfirm pc_4k2m9x0a1b2c"],
    exits: [1, 3, 4, 74],
    notes:
      "The confirmation is kept as void, its cycle opens again, and its transaction is reversed.",
  }).action(async (id: string) => {
    const voided = await unconfirm(call.context, id);
    await respond(call, voided, {
      text: renderUnconfirmed,
      hints: (outcome) =>
        changeHints(
          outcome,
          `valhalla show ${addressOf({ id: outcome.payment_id, name: outcome.name })}`,
        ),
    });
  });
};
