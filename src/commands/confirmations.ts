import { confirmations } from "../actions/paid/confirmations.ts";
import { renderConfirmations } from "../render/confirmations.ts";
import { answers, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla confirmations --payment rent",
      "valhalla confirmations --from 2026-01-01 --json",
    ],
    exits: [1, 3],
  })
    .option("--payment <payment>", "only those of this payment")
    .option("--from <day>", "paid on that day or later")
    .option("--to <day>", "paid on that day or before");
  answers(command, on, confirmations, { text: renderConfirmations });
};
