import { type ConfirmInput, confirm, nextToPay } from "../actions/confirm.ts";
import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import type { Day } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { cleanText } from "../render/clean-text.ts";
import { renderConfirmed } from "../render/confirmed.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { cycleFlag, paidDayFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

interface ConfirmFlags {
  readonly on?: Day | "due";
  readonly amount?: string;
  readonly method?: string;
  readonly ref?: string;
  readonly cycle?: string;
  readonly early?: boolean;
  readonly scheduled?: boolean;
  readonly notes?: string;
  readonly post?: boolean;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("confirm <payment>"), {
    examples: [
      "valhalla confirm hydro",
      "valhalla confirm rent --amount 1850 --on 2026-03-01 --method etransfer --ref 88120",
      "valhalla confirm internet --cycle 2026-04-15",
    ],
    exits: [1, 3, 4, 5, 74],
    notes:
      "It settles the open cycle whose date is near; else the oldest that is due. Where nothing is owed it refuses, so that a retry never pays twice: name the cycle, or say --early.",
  })
    .option("--on <day>", "the day it was paid, or due (default: today)", paidDayFlag(call))
    .option("--amount <amount>", "what was paid (default: what remains)")
    .option("--method <method>", "PAD, ETRANSFER, CARD, CASH, CHEQUE, TRANSFER, MANUAL or your own")
    .option("--ref <reference>", "the bank's reference; the same one twice is refused")
    .option("--cycle <day>", "the cycle it is for, by its nominal day, or next", cycleFlag)
    .option("--early", "pay the next cycle where nothing is owed yet")
    .option("--scheduled", "the bank has the order for a day to come")
    .option("--notes <text>", "anything else")
    .option("--post", "post it to the ledger")
    .option("--no-post", "do not post it")
    .action(async (payment: string, flags: ConfirmFlags) => {
      const confirmed = await confirmOrAsk(call, inputOf(payment, flags));
      await respond(call, confirmed, {
        text: (outcome) => renderConfirmed(outcome, call.context.clock.today()),
        hints: (outcome) => changeHints(outcome, "valhalla reconcile"),
      });
    });
};

/** Where nothing is owed, a person at a terminal is asked whether to pay the next cycle early. */
async function confirmOrAsk({ context, globals }: Call, input: ConfirmInput) {
  try {
    return await confirm(context, input);
  } catch (error) {
    const isAsking = context.ask.available && !globals.yes;
    if (!(error instanceof Refusal) || error.code !== "nothing-owed" || !isAsking) throw error;
    const next = await nextToPay(context, input);
    if (next === null) throw error;
    if (await context.ask.confirm(earlyQuestion(next)))
      return confirm(context, { ...input, early: true });
    throw new Refusal("declined", "nothing was confirmed", "To pay it early unasked, add --early.");
  }
}

function earlyQuestion({ name, remaining, currency, date }: ScheduledPayment): string {
  return `Nothing is owed for ${cleanText(name)} yet. Pay ${remaining} ${currency}, due ${date}, now?`;
}

function inputOf(payment: string, flags: ConfirmFlags): ConfirmInput {
  return {
    payment,
    on: flags.on ?? null,
    amount: flags.amount ?? null,
    method: flags.method ?? null,
    ref: flags.ref ?? null,
    notes: flags.notes ?? "",
    cycle: flags.cycle ?? null,
    early: flags.early ?? false,
    scheduled: flags.scheduled ?? false,
    post: flags.post ?? null,
  };
}
