import { skip } from "../actions/due/skip.ts";
import { renderSkipped } from "../render/cycle-changed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: ["valhalla skip gym", "valhalla skip gym --cycle 2026-03-15"],
    exits: [1, 3, 4, 74],
  }).option("--cycle <day>", "the cycle, by its nominal day (default: the next open one)");
  changes(command, on, skip, { text: renderSkipped, next: () => "valhalla schedule" });
};
