import type { Change, Edit } from "../domain/change.ts";
import { type PaymentView, paymentView } from "../domain/cycles/payment-view.ts";
import { nextOpen, type View } from "../domain/cycles/settle.ts";
import { findPayment, mayMean } from "../domain/registry/find-payment.ts";
import type { Payment } from "../domain/registry/payment.ts";
import type { Books } from "./books.ts";

/** Finds the payment a person means, reading no more of the registry than the names and that one record. */
export function paymentMeant({ snapshot }: Books, text: string): Payment {
  const near = snapshot.index("payments", text).filter((each) => mayMean(each, text));
  const { id } = findPayment(near.length > 0 ? near : snapshot.index("payments"), text);
  const payment = snapshot.get("payments", id);
  if (payment === undefined) throw new Error(`the index names ${id}, which is not there`);
  return payment;
}

/** The payments a command looks at, and what is known of them: the one that was named, else all. */
export function paymentsAsked(
  books: Books,
  text: string | null,
): { readonly payments: Iterable<Payment>; readonly view: View } {
  if (text === null) return { payments: books.snapshot.each("payments"), view: books.view };
  const payment = paymentMeant(books, text);
  return { payments: [payment], view: books.viewOf(payment) };
}

/** The edit that puts one state of a payment in place of another, stamped with the moment. */
export function paymentEdit(before: Payment | null, after: Payment, now: string): PaymentEdit {
  return {
    collection: "payments",
    id: after.id,
    before,
    after: before === null ? after : { ...after, updated_at: now },
  };
}

type PaymentEdit = Extract<Edit, { collection: "payments" }> & { readonly after: Payment };

/** A change of one payment, as it is journalled: with its name, for people who read the journal. */
export function paymentChange(
  action: string,
  edit: PaymentEdit,
  meta: Change["meta"] = {},
): Change {
  const { id, after } = edit;
  return {
    area: "payments",
    action,
    ref_id: id,
    meta: { name: after.name, ...meta },
    edits: [edit],
  };
}

/** Shows a payment by the books, as they are or as they will be. */
export function viewedPayment(payment: Payment, books: Books): PaymentView {
  const next = nextOpen(payment, books.today, books.viewOf(payment));
  return paymentView(payment, next, books.today);
}
