import { unskip } from "../actions/due/unskip.ts";
import { renderUnskipped } from "../render/cycle-changed.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: ["valhalla unskip gym", "valhalla unskip gym --cycle 2026-03-15"],
    exits: [1, 3, 4, 74],
  }).option("--cycle <day>", "the cycle (default: the only skipped one to come)");
  changes(command, on, unskip, { text: renderUnskipped, next: () => "valhalla schedule" });
};
