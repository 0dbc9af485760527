import { expectAmount } from "../../domain/cycles/exception.ts";
import type { Decimal } from "../../domain/money/decimal.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { readPrice } from "../../domain/registry/term-draft.ts";
import type { Deed } from "../action.ts";
import { cycle, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeMeant } from "./change-cycle.ts";

interface ExpectInput {
  readonly payment: string;
  /** The oldest open one that is due where none is named, else the next. */
  readonly cycle?: string;
  readonly amount: string;
}

/** Sets what one cycle is expected to cost. */
export const expect: Deed<ExpectInput, CycleChanged> = {
  name: "expect",
  effect: "changes",
  input: inputOf({ payment: text, amount: text }, { cycle }),
  decide(books, { payment, cycle: named, amount }, given) {
    const before = paymentMeant(books, payment);
    const target = standeeMeant(before, named, books);
    const after = expectAmount(before, target, singleAmount(before, amount));
    return changeCycle("expect", { before, cycle: target.cycle.name, after }, books, given);
  },
};

/** One amount in the payment's own currency; a range cannot be expected of a single cycle. */
function singleAmount(payment: Payment, text: string): Decimal {
  const { amount, amount_min, currency, isEstimate } = readPrice(text, payment.currency);
  if (amount_min === null && !isEstimate && currency === payment.currency) return amount;
  throw new Refusal(
    "bad-amount",
    `"${text}" is no single amount of ${payment.currency}`,
    `Give one amount in ${payment.currency}, such as ${payment.terms[0]?.amount ?? "150"}.`,
  );
}
