import { cadences } from "../../domain/days/cadence.ts";
import { rolls } from "../../domain/days/roll.ts";
import type { PaymentPatch } from "../../domain/editing/edit-payment.ts";
import { paymentKinds } from "../../domain/registry/payment.ts";
import { saidTolerance } from "../../domain/registry/term-draft.ts";
import { choice, day, text, textOrNothing, texts, wholeNumber, yesOrNo } from "../fields.ts";
import type { ValuesOf } from "../input.ts";

/** The cadences that go by a word; `rule` is what `--rule` makes. */
export const spokenCadences = cadences.filter((cadence) => cadence !== "rule");

/** What may be said of a payment besides its name and amount, called as its flags are. */
export const paymentFields = {
  cadence: choice(spokenCadences, "bad-cadence"),
  due_day: text,
  start: day,
  every: wholeNumber(1, 999),
  rule: text,
  roll: choice(rolls),
  calendar: textOrNothing,
  until: day,
  count: wholeNumber(1, 99_999),
  variable: yesOrNo,
  tolerance: textOrNothing,
  kind: choice(paymentKinds),
  payee: text,
  account: text,
  category: text,
  tag: texts,
  essential: yesOrNo,
  late_fee: textOrNothing,
  cutoff_days: wholeNumber(0, 3650),
  trial_ends: day,
  notice_days: wholeNumber(0, 3650),
  phone: text,
  email: text,
  bank_phone: text,
  url: text,
  notes: text,
};

/** What was said of a payment, by the names of its record; what was not said is absent. */
export function saidOfPayment(said: Partial<ValuesOf<typeof paymentFields>>): PaymentPatch {
  const { account, tag, trial_ends, variable, tolerance, ...alike } = said;
  const sought = {
    ...alike,
    cadence: said.rule === undefined ? said.cadence : ("rule" as const),
    account_id: account,
    tags: tag,
    trial_ends_on: trial_ends,
    tolerance: saidTolerance(tolerance, variable),
  };
  return withoutAbsent(sought);
}

/** A record without the keys whose value is absent. */
type Present<Record> = { [Key in keyof Record]?: Exclude<Record[Key], undefined> };

function withoutAbsent<Said extends object>(said: Said): Present<Said> {
  const kept: Present<Said> = { ...said };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
