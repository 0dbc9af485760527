import type { Said } from "../actions/input.ts";
import { edit } from "../actions/owed/edit.ts";
import { perform } from "../actions/perform.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderEdited, seamQuestion } from "../render/edited.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
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
    exits: [1, 3, 4, 5, 74],
    notes:
      "A new amount or new days hold from --from on (today; a new due day from the next period that is not settled): cycles before keep theirs for ever. Later terms follow in what they did not set themselves. Days that would make a period due twice, or not at all, are asked about, or refused without --from. --correct mends a mistake from the beginning of the term. An empty text takes a detail away: --until ''.",
  });
  addDetailFlags(addTermFlags(command))
    .option("--name <name>", "a new name")
    .option("--amount <amount>", "a new amount, or a range 80-160")
    .option("--currency <code>", "another currency, while nothing is confirmed")
    .option("--autopay", "the payee or the bank takes it automatically")
    .option("--no-autopay", "it is paid by hand")
    .option("--from <day>", "the first cycle it is for (default: today)")
    .option("--correct", "mend the current term instead of beginning a new one")
    .option("--allow-duplicate", "even if another payment has that name and kind");
  addChangeFlags(command);
  on(command, async (call) => {
    const said = await saidOf(call);
    return change(
      call,
      edit,
      {
        text: renderEdited,
        next: (edited) => `valhalla show ${addressOf(edited)}`,
      },
      said,
    );
  });
};

/** What was typed; a person at a terminal is asked where new days would make a period due twice, or not at all. */
async function saidOf({ context, globals, typed }: Call): Promise<Said> {
  if (!context.ask.available || globals.yes || typed["dry_run"] === true) return typed;
  const { dry_run: _dry, key: _key, ...meant } = typed;
  const anyway = { ...meant, any_seam: true };
  const { outcome } = await perform(context, edit, anyway, { dry_run: true, key: null });
  const seam = outcome?.seam;
  if (outcome === null || seam == null || seam.fault === null || meant["from"] !== undefined) {
    return typed;
  }
  if (await context.ask.confirm(seamQuestion(outcome, seam))) return { ...typed, any_seam: true };
  throw new Refusal("declined", "nothing was changed", "Say from when on it holds: --from DAY");
}
