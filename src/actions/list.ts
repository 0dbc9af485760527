import type { Context } from "../context.ts";
import { type PaymentView, paymentView } from "../domain/cycles/payment-view.ts";
import { nextOpen } from "../domain/cycles/settle.ts";
import { folded } from "../domain/registry/find-payment.ts";
import type { Payment, PaymentKind, PaymentStatus } from "../domain/registry/payment.ts";
import { statusOn } from "../domain/registry/payment.ts";
import { readBooks } from "./books.ts";
import type { ListOrder } from "./list-orders.ts";

/** What to list; null takes all. */
export interface ListInput {
  readonly status: PaymentStatus | null;
  readonly kind: PaymentKind | null;
  readonly tag: string | null;
  readonly account: string | null;
  readonly sort: ListOrder;
}

/** Lists the registry. */
export function listPayments(context: Context, input: ListInput): Promise<PaymentView[]> {
  return readBooks(context, ({ snapshot, today, view }) =>
    snapshot
      .all("payments")
      .filter((payment) => isWanted(payment, input, statusOn(payment, today)))
      .map((payment) => paymentView(payment, nextOpen(payment, today, view), today))
      .sort(orders[input.sort]),
  );
}

function isWanted(payment: Payment, input: ListInput, status: PaymentStatus): boolean {
  const { kind, tag, account } = input;
  return (
    (input.status === null || input.status === status) &&
    (kind === null || kind === payment.kind) &&
    (tag === null || payment.tags.some((each) => folded(each) === folded(tag))) &&
    (account === null || folded(payment.account_id ?? "") === folded(account))
  );
}

type Order = (one: PaymentView, other: PaymentView) => number;

const byName: Order = (one, other) =>
  compare(folded(one.name), folded(other.name)) || byId(one, other);
const byId: Order = (one, other) => compare(one.id, other.id);

const orders: Readonly<Record<ListOrder, Order>> = {
  name: byName,
  "next-due": (one, other) =>
    compare(one.next_due ?? "9999", other.next_due ?? "9999") || byName(one, other),
  amount: (one, other) =>
    compare(one.currency, other.currency) ||
    other.amount_minor - one.amount_minor ||
    byName(one, other),
  created: (one, other) => compare(one.created_at, other.created_at) || byId(one, other),
};

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
