import { deletePayment } from "../actions/delete.ts";
import { renderDeleted } from "../render/payment.ts";
import { describeCommand, type Register } from "./command.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("delete <payment>"), {
    examples: ["valhalla delete gym"],
    exits: [1, 3, 4, 74],
    notes: "Only a payment without confirmations can be deleted; any other is cancelled.",
  }).action(async (payment: string) => {
    const deleted = await deletePayment(call.context, payment);
    await respond(call, deleted, { text: renderDeleted, hints: (outcome) => changeHints(outcome) });
  });
};
