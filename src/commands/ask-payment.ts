import type { Said } from "../actions/input.ts";
import { setting } from "../actions/kept/setting.ts";
import { ask as askBooks } from "../actions/perform.ts";
import type { Ask, Context } from "../context.ts";
import { type Cadence, cadences } from "../domain/days/cadence.ts";
import type { Day } from "../domain/days/calendar.ts";
import { parseDueDay } from "../domain/days/due-day.ts";
import { readDay } from "../domain/days/read-day.ts";
import { paymentKinds } from "../domain/registry/payment.ts";
import { readPrice } from "../domain/registry/term-draft.ts";
import { complaintOf } from "./complaint.ts";

/**
 * Asks for a payment, question by question, and gives what `add` is told; a wrong answer is asked again with the reason.
 * `currency` is the one that was typed, if any.
 */
export async function askPayment(context: Context, currency: unknown): Promise<Said> {
  const { ask, clock } = context;
  const { value } = await askBooks(context, setting, { setting: "currency" });
  const meant = String(currency ?? value);
  const name = await ask.text("What is it called?", {
    complaint: (answer) => (answer.trim() === "" ? "It needs a name." : null),
  });
  const amount = await ask.text("How much is it?", {
    complaint: (answer) => complaintOf(() => readPrice(answer, meant)),
  });
  const kind = await ask.select("What kind is it?", choicesOf(paymentKinds));
  const often = await ask.select("How often?", choicesOf(usualFirst));
  const cadence = cadences.find((each) => each === often) ?? "monthly";
  return {
    name,
    amount,
    kind,
    cadence,
    ...(cadence === "monthly" || cadence === "semimonthly"
      ? { due_day: await askDueDay(ask, cadence) }
      : { start: await askStart(ask, clock.today()) }),
  };
}

const usualFirst = [
  "monthly",
  "weekly",
  "biweekly",
  "semimonthly",
  "quarterly",
  "yearly",
  "once",
] as const satisfies readonly Cadence[];

/** What does not come every month is counted from its first day. */
function askStart(ask: Ask, today: Day): Promise<string> {
  return ask.text("Which day is it first due?", {
    initial: today,
    complaint: (text) => complaintOf(() => readDay(text, { today, direction: "future" })),
  });
}

function askDueDay(ask: Ask, cadence: Cadence): Promise<string> {
  const initial = cadence === "semimonthly" ? "15,last" : "1";
  return ask.text("Which day of the month? (15, last, 2tue, lastfri; 15,last for twice)", {
    initial,
    complaint: (answer) => complaintOf(() => parseDueDay(answer, cadence)),
  });
}

const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
