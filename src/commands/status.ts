import type { Command } from "commander";
import type { Deed } from "../actions/action.ts";
import type { StatusSet } from "../actions/owed/set-status.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderStatusSet } from "../render/status-set.ts";
import { changes, describeCommand, type Register } from "./command.ts";

/**
 * Makes the command of a deed that sets a status; `done` is what it says afterwards: `Paused`. `addFlags` adds the flags
 * that are its own.
 */
export function registerStatus<Input>(
  deed: Deed<Input, StatusSet>,
  done: string,
  addFlags: (command: Command) => void = () => {},
): Register {
  return (command, on) => {
    describeCommand(command.arguments("<payment>"), {
      examples: [`valhalla ${deed.name} gym`, `valhalla ${deed.name} gym --on 2026-03-01`],
      exits: [1, 3, 4, 74],
      notes:
        "What was due before that day stays due, and so does a cycle for which money came. What was planned for a later day is not any more.",
    }).option("--on <day>", "from that day on (default: today)");
    addFlags(command);
    changes(command, on, deed, {
      text: (set) => renderStatusSet(done, set),
      hints: (set) => extensionHints(set),
      next: (set) => `valhalla show ${addressOf(set)}`,
    });
  };
}

function extensionHints(set: StatusSet): readonly string[] {
  const { on, until, swallowed, extended } = set;
  if (swallowed.length === 0 || until === null || extended) return [];
  const pause = `valhalla pause ${addressOf(set)} --on ${on} --until ${until} --extend`;
  return [`To have them at the end of the plan: valhalla undo, then ${pause}`];
}
