import { edit } from "../actions/owed/edit.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderEdited } from "../render/payment.ts";
import { changes, describeCommand, type Register } from "./command.ts";
import { addDetailFlags } from "./detail-flags.ts";
import { addTermFlags } from "./term-flags.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment>"), {
    examples: [
      "valhalla edit hydro --amount 160 --from 2026-03-01",
      "valhalla edit rent --due-day last --from 2026-06-01",
      "valhalla edit gym --amount 24.99 --correct",
      "valhalla edit hydro --payee 'Hydro One' --phone 1-888-664-9376",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "A new amount or new days hold from --from on (today): cycles before keep theirs for ever. --correct mends a mistake from the beginning of the term. An empty text takes a detail away.",
  });
  addDetailFlags(addTermFlags(command))
    .option("--name <name>", "a new name")
    .option("--amount <amount>", "a new amount, or a range 80-160")
    .option("--from <day>", "the first cycle it is for (default: today)")
    .option("--correct", "mend the current term instead of beginning a new one")
    .option("--allow-duplicate", "even if another payment has that name and kind");
  changes(command, on, edit, {
    text: renderEdited,
    next: (edited) => `valhalla show ${addressOf(edited)}`,
  });
};
