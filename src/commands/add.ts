import { type AddInput, addPayment, householdCurrency, previewPayment } from "../actions/add.ts";
import { unsaidInput } from "../actions/unsaid-input.ts";
import type { Day } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { parseCapture } from "../domain/registry/capture.ts";
import { nameAndAmount } from "../domain/registry/capture-line.ts";
import { renderAdded, renderPreview } from "../render/payment.ts";
import { askPayment } from "./ask-payment.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { addDetailFlags, type DetailFlags, detailsSaid } from "./detail-flags.ts";
import { given } from "./given.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";
import { addTermFlags, type TermFlags, termSaid } from "./term-flags.ts";

interface AddFlags extends TermFlags, DetailFlags {
  readonly currency?: string;
  readonly autopay?: boolean;
  readonly allowDuplicate?: boolean;
}

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("add [words...]"), {
    examples: [
      "valhalla add Hydro 150 --due-day 15 --payee 'Hydro One' --autopay",
      "valhalla add Rent 2000 --due-day 1 --roll preceding --calendar CA-ON",
      "valhalla add Gym 24.99 --cadence biweekly --start 2026-01-09 --kind subscription",
      "valhalla add internet 85 monthly on the 15th",
      "valhalla add netflix 9.99 usd/mo subscription autopay",
    ],
    exits: [1, 3, 4, 5, 74],
    notes:
      "A name and an amount, or a whole line, with quotes or without (a shell may mind ~120 and $120: about 120 needs none). On a terminal, without anything, it asks.",
  });
  addDetailFlags(addTermFlags(command, call), call)
    .option("--currency <code>", "its currency, ISO 4217 (default: the household's)")
    .option("--autopay", "it is drawn by itself")
    .option("--allow-duplicate", "although there is one of that name and kind")
    .action(async (words: readonly string[], flags: AddFlags) => {
      const input = await inputOf(call, words, flags);
      const added = await addPayment(call.context, input);
      await respond(call, added, {
        text: renderAdded,
        hints: (outcome) => changeHints(outcome, "valhalla schedule"),
      });
    });
};

async function inputOf(call: Call, words: readonly string[], flags: AddFlags): Promise<AddInput> {
  const today = call.context.clock.today();
  const draft = draftOf(flags, today);
  const apart = nameAndAmount(words);
  if (apart !== null) return { ...draft, ...apart };
  const said = words.length === 0 ? await asked(call, flags) : parseCapture(words.join(" "), today);
  const input = { ...draft, ...said };
  await showBack(call, input);
  return input;
}

async function asked(
  call: Call,
  flags: AddFlags,
): Promise<Partial<AddInput> & Pick<AddInput, "name" | "amount">> {
  const { ask, clock } = call.context;
  if (ask.available) {
    const currency = flags.currency ?? (await householdCurrency(call.context));
    return askPayment(ask, currency, clock.today());
  }
  throw new Refusal(
    "missing-value",
    "add needs a name and an amount",
    "valhalla add Hydro 150 --due-day 15",
  );
}

/** What was understood of a line is shown before it is kept. */
async function showBack(call: Call, input: AddInput): Promise<void> {
  const { context, globals } = call;
  if (!context.ask.available || globals.yes) return;
  context.err.write(`${renderPreview(await previewPayment(context, input))}\n`);
  if (await context.ask.confirm("Add it?")) return;
  throw new Refusal(
    "declined",
    "nothing was added",
    "Say it otherwise and run it again; --yes adds it unasked.",
  );
}

function draftOf(flags: AddFlags, today: Day): Omit<AddInput, "name" | "amount"> {
  return {
    ...unsaidInput,
    ...given({
      ...termSaid(flags, today),
      ...detailsSaid(flags),
      currency: flags.currency,
      autopay_enabled: flags.autopay,
      allow_duplicate: flags.allowDuplicate,
    }),
  };
}
