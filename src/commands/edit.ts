import { editRegistered } from "../actions/edit.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { PaymentPatch } from "../domain/editing/edit-payment.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { type Edited, renderEdited } from "../render/payment.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { addDetailFlags, type DetailFlags, detailsSaid } from "./detail-flags.ts";
import { dayFlag } from "./flags.ts";
import { given } from "./given.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";
import { addTermFlags, type TermFlags, termSaid } from "./term-flags.ts";

interface EditFlags extends TermFlags, DetailFlags {
  readonly name?: string;
  readonly amount?: string;
  readonly from?: Day;
  readonly correct?: boolean;
  readonly allowDuplicate?: boolean;
}

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("edit <payment>"), {
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
  addDetailFlags(addTermFlags(command, call), call)
    .option("--name <name>", "a new name")
    .option("--amount <amount>", "a new amount, or a range 80-160")
    .option("--from <day>", "the first cycle it is for (default: today)", dayFlag(call))
    .option("--correct", "mend the current term instead of beginning a new one")
    .option("--allow-duplicate", "although there is one of that name and kind")
    .action(async (payment: string, flags: EditFlags) => {
      const patch = patchOf(call, flags);
      if (Object.keys(patch).length === 0) {
        throw new Refusal(
          "missing-value",
          "edit needs something to change",
          "valhalla edit hydro --amount 160",
        );
      }
      const edited = await editRegistered(call.context, {
        payment,
        patch,
        from: flags.from ?? null,
        correct: flags.correct ?? false,
        allow_duplicate: flags.allowDuplicate ?? false,
      });
      await respond(call, edited, {
        text: (outcome) => renderEdited(outcome, effectOf(call, flags)),
        hints: (outcome) => changeHints(outcome, `valhalla show ${addressOf(outcome)}`),
      });
    });
};

/** What an edit was about, by its flags. */
function effectOf({ context }: Call, flags: EditFlags): Edited {
  const begin = flags.from ?? context.clock.today();
  const said = given({ amount: flags.amount, ...termSaid(flags, begin) });
  const from = Object.keys(said).length === 0 ? null : begin;
  return { from, isCorrected: flags.correct ?? false };
}

function patchOf({ context }: Call, flags: EditFlags): PaymentPatch {
  return given({
    name: flags.name,
    amount: flags.amount,
    ...termSaid(flags, flags.from ?? context.clock.today()),
    ...detailsSaid(flags),
  });
}
