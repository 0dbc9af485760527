import type { Day } from "../days/calendar.ts";
import type { DayPhrase } from "../days/day-phrase.ts";
import { findDayPhrase } from "../days/parse-day-phrase.ts";
import { dayMeant } from "../days/read-day.ts";
import { type RecurrenceMeant, recurrenceMeant } from "../days/recurrence-meant.ts";
import { type RecurrenceSaid, takeRecurrence } from "../days/recurrence-phrases.ts";
import { plainWords } from "../days/recurrence-words.ts";
import { Refusal } from "../refusal.ts";
import { countNamed } from "../words/count-word.ts";
import { type Taken, takeLongest } from "../words/take-longest.ts";
import { cutLine } from "./capture-line.ts";
import type { PaymentKind } from "./payment.ts";
import { cyclesWithin, type PlanLength } from "./plan-length.ts";
import { usualDraft } from "./usual-draft.ts";

/** What one line says of a new payment; what it does not say is absent. */
export interface Captured extends RecurrenceMeant {
  readonly name: string;
  /** As `readPrice` takes it: `85`, `~120`, `80-160`, `9.99 USD`. */
  readonly amount: string;
  readonly kind?: PaymentKind;
  readonly autopay_enabled?: true;
  readonly until?: Day;
  readonly count?: number;
}

/**
 * Reads a payment out of one line: a name, an amount, then what else there is to say, in any order.
 *
 *     internet 85 monthly on the 15th
 *     netflix 9.99 usd/mo subscription autopay
 *     gym 24.99 every other friday for 20 weeks
 *     hydro ~120 twice a month on 1 and 15
 *     car insurance 1,250.00 yearly on march 15 until 2029-03-15
 *
 * Refuses a line without an amount and words it does not understand (`usage`), days (`bad-day`) and cadences
 * (`bad-cadence`) that are none: nothing is guessed.
 */
export function parseCapture(line: string, today: Day): Captured {
  const { name, amount, rest } = cutLine(line);
  const { recurrence, until, length, ...details } = saidIn(rest);
  const recurs = recurrenceMeant(recurrence, today);
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    amount,
    ...recurs,
    ...details,
    ...(until === undefined ? {} : { until: dayMeant(until, { today, direction: "future" }) }),
    ...(length === undefined ? {} : { count: countOf(length, recurs) }),
  };
}

/** What the words behind the amount say, before it is known what the days among them mean. */
interface Said extends Details {
  readonly recurrence: RecurrenceSaid;
}

interface Details {
  readonly kind?: PaymentKind;
  readonly autopay_enabled?: true;
  readonly until?: DayPhrase;
  readonly length?: number | PlanLength;
}

function saidIn(words: string): Said {
  let said: Said = { recurrence: {} };
  let rest = plainWords(words);
  while (rest !== "") {
    const taken: Taken<Said> | null = takeDetail(rest, said) ?? takeCycles(rest, said);
    if (taken === null) throw notUnderstood(rest);
    ({ said, rest } = taken);
  }
  return said;
}

function takeCycles(text: string, said: Said): Taken<Said> | null {
  const taken = takeRecurrence(text, said.recurrence);
  return taken === null ? null : { said: { ...said, recurrence: taken.said }, rest: taken.rest };
}

/** What was said already is not said again: the second time it is not understood. */
function takeDetail(text: string, said: Said): Taken<Said> | null {
  const taken = takeKind(text) ?? takeAutopay(text) ?? takeUntil(text) ?? takeLength(text);
  if (taken === null || Object.keys(taken.said).some((key) => key in said)) return null;
  return { said: { ...said, ...taken.said }, rest: taken.rest };
}

/** `subscription`, `a loan` */
function takeKind(text: string): Taken<Details> | null {
  const [head = "", word = ""] = /^(?:as )?(?:an? )?([a-z]+)(?: |$)/.exec(text) ?? [];
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  return kind === undefined ? null : { said: { kind }, rest: text.slice(head.length) };
}

const kinds: Readonly<Record<string, PaymentKind>> = {
  bill: "bill",
  subscription: "subscription",
  debt: "debt",
  loan: "debt",
  other: "other",
};

/** `autopay`, `on auto-pay` */
function takeAutopay(text: string): Taken<Details> | null {
  const [head] = /^(?:on |by |with )?auto[- ]?pay(?: |$)/.exec(text) ?? [];
  return head === undefined
    ? null
    : { said: { autopay_enabled: true }, rest: text.slice(head.length) };
}

/** `until 2029-03-01`, `until end of march` */
function takeUntil(text: string): Taken<Details> | null {
  const [head] = /^until /.exec(text) ?? [];
  const taken = head === undefined ? null : takeLongest(text.slice(head.length), findDayPhrase);
  return taken === null ? null : { said: { until: taken.said }, rest: taken.rest };
}

/** `for 12 months`, `12 times`, `for 5 payments` */
function takeLength(text: string): Taken<Details> | null {
  const [head = "", isTime, word = "", noun = ""] = planLength.exec(text) ?? [];
  const count = countNamed(word) ?? 0;
  const unit = units.find((each) => noun.startsWith(each));
  if (count === 0 || (unit !== undefined && isTime === undefined)) return null;
  const length = unit === undefined ? count : { count, unit };
  return { said: { length }, rest: text.slice(head.length) };
}

const planLength =
  /^(for )?(\w+) (times|payments?|cycles?|instal?lments?|days?|weeks?|months?|years?)(?: |$)/;

const units = ["day", "week", "month", "year"] as const;

function countOf(length: number | PlanLength, recurs: RecurrenceMeant): number {
  if (typeof length === "number") return length;
  return cyclesWithin(length, recurs.cadence ?? usualDraft.cadence, recurs.every ?? 1);
}

function notUnderstood(rest: string): Refusal {
  return new Refusal(
    "usage",
    `"${rest}" is not understood`,
    'Write it like "internet 85 monthly on the 15th"; or give name and amount apart and use flags: valhalla add --help',
  );
}
