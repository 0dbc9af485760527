import { show } from "../actions/owed/show.ts";
import { renderShown } from "../render/shown.ts";
import { answers, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: ["valhalla show hydro", "valhalla show pay_4k2 --json"],
    exits: [1, 3],
  });
  answers(command, on, show, {
    text: (shown, style, { context }) => renderShown(shown, context.clock.today(), style),
  });
};
