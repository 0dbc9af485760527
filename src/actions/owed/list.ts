import { outlookOf } from "../../domain/cycles/outlook.ts";
import { type PaymentView, paymentView } from "../../domain/cycles/payment-view.ts";
import { type Plan, planOf } from "../../domain/cycles/plan.ts";
import { folded } from "../../domain/registry/find-payment.ts";
import {
  type Payment,
  type PaymentStatus,
  paymentKinds,
  paymentStatuses,
  statusOn,
} from "../../domain/registry/payment.ts";
import type { Question } from "../action.ts";
import { choice, text } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";

/** What a list of payments may be sorted by. */
export const listOrders = ["name", "next-due", "amount", "created"] as const;
type ListOrder = (typeof listOrders)[number];

const listFields = {
  status: choice(paymentStatuses),
  kind: choice(paymentKinds),
  tag: text,
  account: text,
  /** By name where nothing else is said. */
  sort: choice(listOrders),
};

/** Which payments to list, and in which order; all where nothing is said. */
export type ListInput = Partial<ValuesOf<typeof listFields>>;

/** A payment of the registry, and how far a plan has come; null for one that goes on. */
export interface ListedPayment extends PaymentView {
  readonly plan: Plan | null;
}

/** Lists the registry. */
export const list: Question<ListInput, readonly ListedPayment[]> = {
  name: "list",
  effect: "reads",
  input: inputOf({}, listFields),
  decide: ({ snapshot, today, view }, input) =>
    snapshot
      .all("payments")
      .filter((payment) => isWanted(payment, input, statusOn(payment, today)))
      .map((payment) => ({
        ...paymentView(payment, outlookOf(payment, view), today),
        plan: planOf(payment, view),
      }))
      .sort(orders[input.sort ?? "name"]),
};

function isWanted(payment: Payment, input: ListInput, status: PaymentStatus): boolean {
  const { kind, tag, account } = input;
  return (
    (input.status === undefined || input.status === status) &&
    (kind === undefined || kind === payment.kind) &&
    (tag === undefined || payment.tags.some((each) => folded(each) === folded(tag))) &&
    (account === undefined || folded(payment.account_id ?? "") === folded(account))
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
