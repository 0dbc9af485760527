import { expect } from "../actions/due/expect.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderExpected } from "../render/cycle-changed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: [
      "valhalla expect hydro --amount 132.10",
      "valhalla expect hydro --cycle 2026-03-15 --amount 132.10",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "It is for the oldest open cycle that is due, else for the next one, and for that one only; a new price is valhalla edit <payment> --amount X --from DAY.",
  })
    .option("--cycle <day>", "the cycle, by its nominal day, or next")
    .requiredOption("--amount <amount>", "what it is expected to cost");
  changes(command, on, expect, {
    text: renderExpected,
    next: ({ payment_id, name, cycle }) =>
      `valhalla confirm ${addressOf({ id: payment_id, name })} --cycle ${cycle}`,
  });
};
