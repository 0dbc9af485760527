import type { Stamp } from "../../domain/confirming/confirm.ts";
import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Captured, parseCapture } from "../../domain/registry/capture.ts";
import { refuseNamesake } from "../../domain/registry/find-payment.ts";
import { newPayment } from "../../domain/registry/new-payment.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { usualDraft } from "../../domain/registry/usual-draft.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { viewedPayment } from "../registry.ts";
import { paymentFields, saidOfPayment } from "./payment-fields.ts";

const addFields = {
  ...paymentFields,
  /** Without an amount it is read as a whole line: `internet 85 monthly on the 15th`. */
  name: text,
  amount: text,
  currency: text,
  allow_duplicate: yesOrNo,
};

/** What is said of a new payment. */
export type AddInput = Partial<ValuesOf<typeof addFields>>;

/** Creates a payment. Refuses (`duplicate`) a second one of the same name and kind, unless allowed. */
export const add: Deed<AddInput, PaymentView> = {
  name: "add",
  effect: "changes",
  input: inputOf({}, addFields),
  decide(books, input, given) {
    const stamp = { id: given.id("pay"), now: given.now };
    const payment = draftedPayment(books, input, stamp);
    if (input.allow_duplicate !== true) {
      refuseNamesake(books.snapshot.paymentNames(), payment);
    }
    const change = paymentChange("add", { before: null, after: payment, now: given.now });
    return { change, outcome: viewedPayment(payment, books) };
  },
};

/** The payment that is meant: by its words and amount, or by one line that says them all. */
function draftedPayment(books: Books, input: AddInput, stamp: Stamp): Payment {
  const { name, amount, currency, allow_duplicate: _, ...said } = input;
  const draft = {
    ...usualDraft,
    ...saidOfPayment(said, books.today),
    currency: currency ?? settingIn(books.snapshot.settings(), setting.currency),
    ...(amount === undefined ? capturedIn(name, books.today) : { name: nameIn(name), amount }),
  };
  const payment = newPayment(draft, stamp, books.today, books.policy);
  if (currency === undefined || payment.currency === currency.trim().toUpperCase()) return payment;
  throw new Refusal(
    "bad-currency",
    `"${draft.amount}" is not in ${currency}`,
    "Say the currency once: with the amount or with --currency.",
  );
}

function capturedIn(line: string | undefined, today: Day): Captured {
  return parseCapture(nameIn(line), today);
}

function nameIn(name: string | undefined): string {
  if (name !== undefined) return name;
  throw new Refusal(
    "missing-value",
    "add needs a name and an amount",
    "valhalla add Hydro 150 --due-day 15",
  );
}
