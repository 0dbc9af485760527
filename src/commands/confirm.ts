import type { Said } from "../actions/input.ts";
import { type Confirmed, confirm } from "../actions/paid/confirm.ts";
import { confirmSeveral, type SeveralConfirmed } from "../actions/paid/confirm-several.ts";
import { perform } from "../actions/perform.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ExitCode } from "../exit-code.ts";
import { cleanText } from "../render/clean-text.ts";
import { renderConfirmed, renderSeveral } from "../render/confirmed.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
import type { ChangeFace } from "./face.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("<payment...>"), {
    examples: [
      "valhalla confirm hydro",
      "valhalla confirm hydro gym rent",
      "valhalla confirm rent --amount 1850 --on 2026-03-01 --method etransfer --ref 88120",
      "valhalla confirm internet --cycle 2026-04-15",
    ],
    exits: [1, 3, 4, 5, 74],
    notes:
      "It settles the open cycle whose date is near; else the oldest that is due. Where nothing is owed it refuses, so that a retry never pays twice: name the cycle, or say --early. Several payments are confirmed as one change: all of them, or none where one is refused.",
  })
    .option("--on <day>", "the day it was paid, or due (default: today)")
    .option("--amount <amount>", "what was paid (default: what remains)")
    .option("--method <method>", "PAD, ETRANSFER, CARD, CASH, CHEQUE, TRANSFER, MANUAL or your own")
    .option("--ref <reference>", "the bank's reference; the same one twice is refused")
    .option("--cycle <day>", "the cycle it is for, by its nominal day, or next")
    .option("--early", "pay the next cycle where nothing is owed yet")
    .option("--scheduled", "the bank is told to pay on a day to come")
    .option("--notes <text>", "anything else")
    .option("--post", "post it to the ledger")
    .option("--no-post", "do not post it");
  addChangeFlags(command);
  on(command, (call) => {
    const { payment, ...said } = call.typed;
    const [only, ...others] = Array.isArray(payment) ? payment : [];
    return others.length === 0
      ? confirmOne(call, { ...said, payment: only })
      : change(call, confirmSeveral, severalFace, { ...said, payments: payment });
  });
};

const next = () => "valhalla reconcile";

const oneFace: ChangeFace<Confirmed> = {
  text: (confirmed, _style, { context }) => renderConfirmed(confirmed, context.clock.today()),
  next,
};

const severalFace: ChangeFace<SeveralConfirmed> = {
  text: (several, _style, { context }) => renderSeveral(several, context.clock.today()),
  next,
};

/** Where nothing is owed, a person at a terminal is asked whether to pay the next cycle early. */
async function confirmOne(call: Call, said: Said): Promise<ExitCode> {
  try {
    return await change(call, confirm, oneFace, said);
  } catch (error) {
    const early = { ...said, early: true };
    if (!isNothingOwed(error) || !(await wantsEarly(call, early))) throw error;
    return change(call, confirm, oneFace, early);
  }
}

const isNothingOwed = (error: unknown): boolean =>
  error instanceof Refusal && error.code === "nothing-owed";

/** False where nobody can be asked, or nothing could be paid early either. */
async function wantsEarly({ context, globals }: Call, early: Said): Promise<boolean> {
  if (!context.ask.available || globals.yes) return false;
  const { dry_run: _dry, key: _key, ...meant } = early;
  const shown = await perform(context, confirm, meant, { dry_run: true, key: null }).catch(
    () => null,
  );
  if (shown === null || shown.outcome === null) return false;
  if (await context.ask.confirm(earlyQuestion(shown.outcome))) return true;
  throw new Refusal("declined", "nothing was confirmed", "To pay it early unasked, add --early.");
}

function earlyQuestion({ name, amount, currency, date }: Confirmed): string {
  return `Nothing is owed for ${cleanText(name)} yet. Pay ${amount} ${currency}, due ${date}, now?`;
}
