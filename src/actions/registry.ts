import { comingCycles } from "../domain/cycles/coming-cycles.ts";
import { outlookOf } from "../domain/cycles/outlook.ts";
import { type PaymentView, paymentView } from "../domain/cycles/payment-view.ts";
import { type ScheduledPayment, scheduledPayment } from "../domain/cycles/scheduled.ts";
import type { View } from "../domain/cycles/settle.ts";
import { findPayment, mayMean } from "../domain/registry/find-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Books } from "./books.ts";

/** Finds the payment a person means, reading no more of the registry than the names and that one record. */
export function paymentMeant({ snapshot }: Books, text: string): Payment {
  const near = snapshot.paymentNames(text).filter((each) => mayMean(each, text));
  const { id } = findPayment(near.length > 0 ? near : snapshot.paymentNames(), text);
  const payment = snapshot.get("payments", id);
  if (payment === undefined) throw new Error(`the index names ${id}, which is not there`);
  return payment;
}

/** The payments a question is about, and what is known of them: the one that was named, else all. */
export function paymentsAsked(
  books: Books,
  text: string | undefined,
): { readonly payments: Iterable<Payment>; readonly view: View } {
  if (text === undefined) return { payments: books.snapshot.each("payments"), view: books.view };
  const payment = paymentMeant(books, text);
  return { payments: [payment], view: books.viewOf(payment) };
}

/** Shows a payment by the books, as they are or as they will be. */
export function viewedPayment(payment: Payment, books: Books): PaymentView {
  return paymentView(payment, outlookOf(payment, books.viewOf(payment)), books.today);
}

/** The next two open cycles of a payment, by which every change of it tells what it did. */
export function comingOf(payment: Payment, books: Books): readonly ScheduledPayment[] {
  return comingCycles(payment, 2, books.viewOf(payment)).map(({ cycle, standing }) =>
    scheduledPayment(payment, cycle, standing),
  );
}
