import type { AddInput } from "../actions/add.ts";
import type { Ask } from "../context.ts";
import { type Cadence, cadences } from "../domain/days/cadence.ts";
import type { Day } from "../domain/days/calendar.ts";
import { parseDueDay } from "../domain/days/due-day.ts";
import { readDay } from "../domain/days/read-day.ts";
import { paymentKinds } from "../domain/registry/payment.ts";
import { readPrice } from "../domain/registry/term-draft.ts";
import { complaintOf } from "./complaint.ts";

/** What a person answers when `add` asks for everything. */
export type Asked = Pick<AddInput, "name" | "amount" | "kind" | "cadence" | "due_day" | "start">;

/** Asks for a payment, question by question; a wrong answer is asked again with the reason. */
export async function askPayment(ask: Ask, currency: string, today: Day): Promise<Asked> {
  const name = await ask.text("What is it called?", {
    complaint: (answer) => (answer.trim() === "" ? "It needs a name." : null),
  });
  const amount = await ask.text("How much is it?", {
    complaint: (answer) => complaintOf(() => readPrice(answer, currency)),
  });
  const kind = await ask.select("What kind is it?", choicesOf(paymentKinds));
  const often = await ask.select("How often?", choicesOf(usualFirst));
  const cadence = cadences.find((each) => each === often) ?? "monthly";
  return {
    name,
    amount,
    kind: paymentKinds.find((each) => each === kind) ?? "bill",
    cadence,
    ...(cadence === "monthly" || cadence === "semimonthly"
      ? { due_day: await askDueDay(ask, cadence), start: null }
      : { due_day: null, start: await askStart(ask, today) }),
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
async function askStart(ask: Ask, today: Day): Promise<Day> {
  const read = (text: string) => readDay(text, { today, direction: "future" });
  const answer = await ask.text("Which day is it first due?", {
    initial: today,
    complaint: (text) => complaintOf(() => read(text)),
  });
  return read(answer);
}

function askDueDay(ask: Ask, cadence: Cadence): Promise<string> {
  const initial = cadence === "semimonthly" ? "15,last" : "1";
  return ask.text("Which day of the month? (15, last, 2tue, lastfri; 15,last for twice)", {
    initial,
    complaint: (answer) => complaintOf(() => parseDueDay(answer, cadence)),
  });
}

const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
