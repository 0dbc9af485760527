import type { Said } from "../actions/input.ts";
import { add } from "../actions/owed/add.ts";
import { perform } from "../actions/perform.ts";
import { Refusal } from "../domain/refusal.ts";
import { nameAndAmount } from "../domain/registry/capture-line.ts";
import { renderAdded, renderPreview } from "../render/payment.ts";
import { askPayment } from "./ask-payment.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
import { addDetailFlags } from "./detail-flags.ts";
import { addTermFlags } from "./term-flags.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[words...]"), {
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
  addDetailFlags(addTermFlags(command))
    .option("--currency <code>", "its currency, ISO 4217 (default: the household's)")
    .option("--autopay", "the payee or the bank takes it automatically")
    .option("--allow-duplicate", "add it even if a payment of that name and kind exists");
  addChangeFlags(command);
  on(command, async (call) => {
    const said = await saidOf(call);
    if (call.typed["words"] === undefined || said["amount"] === undefined)
      await showBack(call, said);
    return change(call, add, { text: renderAdded, next: () => "valhalla schedule" }, said);
  });
};

/** The words as name and amount, or as one line; without any, a person at a terminal is asked for it all. */
async function saidOf({ context, typed }: Call): Promise<Said> {
  const { words, ...said } = typed;
  if (Array.isArray(words)) {
    return { ...said, ...(nameAndAmount(words) ?? { name: words.join(" ") }) };
  }
  return context.ask.available
    ? { ...said, ...(await askPayment(context, typed["currency"])) }
    : said;
}

/** What was understood of a line is shown to a person before it is kept. */
async function showBack({ context, globals, typed }: Call, said: Said): Promise<void> {
  if (!context.ask.available || globals.yes || typed["dry_run"] === true) return;
  const { dry_run: _dry, key: _key, ...meant } = said;
  const { outcome } = await perform(context, add, meant, { dry_run: true, key: null });
  if (outcome !== null) context.err.write(`${renderPreview(outcome)}\n`);
  if (await context.ask.confirm("Add it?")) return;
  throw new Refusal(
    "declined",
    "nothing was added",
    "Say it otherwise and run it again; --yes adds it unasked.",
  );
}
