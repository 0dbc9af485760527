import type { Deed } from "../actions/action.ts";
import type { StatusSet } from "../actions/owed/set-status.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderStatusSet } from "../render/payment.ts";
import { changes, describeCommand, type Register } from "./command.ts";

/** Makes the command of a deed that sets a status; `done` is what it says afterwards: `Paused`. */
export function registerStatus<Input>(deed: Deed<Input, StatusSet>, done: string): Register {
  return (command, on) => {
    describeCommand(command.arguments("<payment>"), {
      examples: [`valhalla ${deed.name} gym`, `valhalla ${deed.name} gym --on 2026-03-01`],
      exits: [1, 3, 4, 74],
      notes: "What was due before that day stays due.",
    }).option("--on <day>", "from that day on (default: today)");
    changes(command, on, deed, {
      text: (set) => renderStatusSet(done, set),
      next: (set) => `valhalla show ${addressOf(set)}`,
    });
  };
}
