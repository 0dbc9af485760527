import type { Day } from "../../domain/days/calendar.ts";
import { recurrenceMeant } from "../../domain/days/recurrence-meant.ts";
import { rolls } from "../../domain/days/roll.ts";
import type { PaymentPatch } from "../../domain/editing/edit-payment.ts";
import { paymentKinds } from "../../domain/registry/payment.ts";
import {
  cadenceWords,
  choice,
  day,
  orNothing,
  text,
  texts,
  wholeNumber,
  yesOrNo,
} from "../fields.ts";
import type { ValuesOf } from "../input.ts";

/** What may be said of a payment besides its name and amount, called as its flags are. */
export const paymentFields = {
  cadence: cadenceWords,
  due_day: text,
  start: day,
  every: wholeNumber(1, 999),
  rule: text,
  roll: choice(rolls),
  calendar: orNothing(text),
  until: orNothing(day),
  count: orNothing(wholeNumber(1, 99_999)),
  variable: yesOrNo,
  tolerance: orNothing(text),
  kind: choice(paymentKinds),
  payee: text,
  account: text,
  category: text,
  tag: texts,
  essential: yesOrNo,
  late_fee: orNothing(text),
  cutoff_days: orNothing(wholeNumber(0, 3650)),
  trial_ends: orNothing(day),
  notice_days: orNothing(wholeNumber(0, 3650)),
  phone: text,
  email: text,
  bank_phone: text,
  url: text,
  notes: text,
  autopay: yesOrNo,
  /** The first day from which on it is owed without being named. */
  owed_from: day,
};

/**
 * What was said of a payment, by the names of its record; what was not said is absent. A weekday or a day that a cadence
 * names is the first from `begin` on.
 */
export function saidOfPayment(
  said: Partial<ValuesOf<typeof paymentFields>>,
  begin: Day,
): PaymentPatch {
  const { account, tag, trial_ends, autopay, ...alike } = said;
  const recurs = recurrenceMeant(said.cadence ?? {}, said.start ?? begin);
  const sought = {
    ...alike,
    cadence: said.rule === undefined ? recurs.cadence : ("rule" as const),
    every: said.every ?? recurs.every,
    due_day: said.due_day ?? recurs.due_day,
    start: recurs.start ?? said.start,
    account_id: account,
    tags: tag,
    trial_ends_on: trial_ends,
    autopay_enabled: autopay,
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
