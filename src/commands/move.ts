import { move } from "../actions/due/move.ts";
import { renderMoved } from "../render/cycle-changed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: ["valhalla move rent --cycle 2026-03-01 --to 2026-03-04"],
    exits: [1, 3, 4, 74],
    notes: "The cycle keeps its name; only the day it is due changes.",
  })
    .requiredOption("--cycle <day>", "the cycle, by its nominal day")
    .requiredOption("--to <day>", "the day it is due instead");
  changes(command, on, move, { text: renderMoved, next: () => "valhalla schedule" });
};
