import { reconcile } from "../actions/paid/reconcile.ts";
import { renderReconciled } from "../render/reconciled.ts";
import { answers, describeCommand, type Register } from "./command.ts";
import { addSpanFlags } from "./span-flags.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[payment]"), {
    examples: [
      "valhalla reconcile",
      "valhalla reconcile rent --from 2025-01-01 --to 2025-12-31",
      "valhalla reconcile --exit-code --json | jq '.missing[].why'",
    ],
    exits: [1, 3, 10],
  });
  addSpanFlags(command, "so many days back from today, both ends in, 0 to 3660")
    .option("--payment <payment>", "only this payment")
    .option("--exit-code", "exit with 10 where something is missing or wrong");
  answers(command, on, reconcile, {
    flags: ["exit_code"],
    text: renderReconciled,
    exit: ({ ok }, { typed }) => (typed["exit_code"] === true && !ok ? 10 : 0),
  });
};
