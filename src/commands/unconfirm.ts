import { unconfirm } from "../actions/paid/unconfirm.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderUnconfirmed } from "../render/confirmed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<id>"), {
    examples: ["valhalla unconfirm pc_4k2m9x0a1b2c"],
    exits: [1, 3, 4, 74],
    notes:
      "The confirmation is kept as void, its cycle opens again, and its transaction is reversed.",
  });
  changes(command, on, unconfirm, {
    text: renderUnconfirmed,
    next: ({ payment_id, name }) => `valhalla show ${addressOf({ id: payment_id, name })}`,
  });
};
