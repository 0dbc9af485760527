import { deletePayment } from "../actions/owed/delete.ts";
import { renderDeleted } from "../render/payment.ts";
import { changes, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: ["valhalla delete gym"],
    exits: [1, 3, 4, 74],
    notes: "Only a payment without confirmations can be deleted; any other is cancelled.",
  });
  changes(command, on, deletePayment, { text: renderDeleted });
};
