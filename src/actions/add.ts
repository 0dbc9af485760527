import type { Context } from "../context.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { addressOf, findNamesake } from "../domain/registry/find-payment.ts";
import { newPayment, type PaymentDraft } from "../domain/registry/new-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import { homeCurrency } from "../domain/settings/setting-table.ts";
import { type Books, changeBooks, type Receipted, readBooks } from "./books.ts";
import { paymentChange, paymentEdit, viewedPayment } from "./payment-edit.ts";

export interface AddInput extends Omit<PaymentDraft, "currency"> {
  /** Null takes the household's own. */
  readonly currency: string | null;
  readonly allow_duplicate: boolean;
}

/** Creates a payment. Refuses (`duplicate`) a second one of the same name and kind, unless allowed. */
export function addPayment(context: Context, input: AddInput): Promise<PaymentView & Receipted> {
  const stamp = { id: context.ids.next("pay"), now: context.clock.now() };
  return changeBooks(context, (books) => {
    const payment = draftedPayment(books, input, stamp);
    if (!input.allow_duplicate) refuseNamesake(books, payment);
    const change = paymentChange("add", paymentEdit(null, payment, stamp.now));
    return { change, outcome: viewedPayment(payment, books) };
  });
}

/** Shows the payment that `addPayment` would create, without creating it. */
export function previewPayment(context: Context, input: AddInput): Promise<PaymentView> {
  const stamp = { id: "pay_preview", now: context.clock.now() };
  return readBooks(context, (books) => viewedPayment(draftedPayment(books, input, stamp), books));
}

function draftedPayment(
  { snapshot, today, policy }: Books,
  input: AddInput,
  stamp: { readonly id: string; readonly now: string },
): Payment {
  const currency = input.currency ?? homeCurrency(snapshot.settings());
  const payment = newPayment({ ...input, currency }, stamp, today, policy);
  if (input.currency === null || payment.currency === input.currency.trim().toUpperCase()) {
    return payment;
  }
  throw new Refusal(
    "bad-currency",
    `"${input.amount}" is not in ${input.currency}`,
    "Say the currency once: with the amount or with --currency.",
  );
}

/** Tells the currency of amounts that name none. */
export function householdCurrency(context: Context): Promise<string> {
  return readBooks(context, ({ snapshot }) => homeCurrency(snapshot.settings()));
}

function refuseNamesake({ snapshot }: Books, payment: Payment): void {
  const namesake = findNamesake(snapshot.index("payments"), payment);
  if (namesake === null) return;
  throw new Refusal(
    "duplicate",
    `there is a ${payment.kind} called ${namesake.name} already`,
    `See it: valhalla show ${addressOf(namesake)}. To have two: --allow-duplicate`,
  );
}
