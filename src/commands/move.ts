import { move } from "../actions/due/move.ts";
import { renderMoved } from "../render/cycle-changed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: [
      "valhalla move rent --to 2026-03-04",
      "valhalla move rent --cycle 2026-03-01 --to 2026-03-04",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "It moves the oldest open cycle that is due, else the next one. The cycle keeps its name; only the day it is due changes.",
  })
    .option("--cycle <day>", "the cycle, by its nominal day, or next")
    .requiredOption("--to <day>", "the day it is due instead")
    .option("--far", "although it is more than one period away");
  changes(command, on, move, {
    text: (moved, _style, { context }) => renderMoved(moved, context.clock.today()),
    next: () => "valhalla schedule",
  });
};
