import { showPayment } from "../actions/show.ts";
import { renderShown } from "../render/shown.ts";
import { describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("show <payment>"), {
    examples: ["valhalla show hydro", "valhalla show pay_4k2 --json"],
    exits: [1, 3],
  }).action(async (payment: string) => {
    const today = call.context.clock.today();
    await respond(call, await showPayment(call.context, payment), {
      text: (shown, style) => renderShown(shown, today, style),
    });
  });
};
