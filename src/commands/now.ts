import { now } from "../actions/due/now.ts";
import { renderNow } from "../render/now.ts";
import { answers, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: ["valhalla", "valhalla now --json"],
    exits: [3],
    notes: "It is what valhalla alone does.",
  });
  answers(command, on, now, { text: renderNow });
};
