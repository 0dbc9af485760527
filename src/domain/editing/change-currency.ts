import type { Decimal } from "../money/decimal.ts";
import { decimalOf, parseAmount } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";

/**
 * Sets the currency of a payment; its amounts keep their numbers. Refuses (`conflict`) one of which something was confirmed,
 * and (`bad-amount`) amounts that are finer than the new currency.
 */
export function changeCurrency(payment: Payment, currency: string, isConfirmed: boolean): Payment {
  if (payment.currency === currency) return payment;
  if (isConfirmed) {
    throw new Refusal(
      "conflict",
      `${payment.name} was paid in ${payment.currency} already`,
      `Cancel it and add another: valhalla cancel ${addressOf(payment)}`,
    );
  }
  const inCurrency = <Amount extends Decimal | null>(amount: Amount) =>
    amount === null ? null : respelled(amount, currency);
  const terms = payment.terms.map((term) => ({
    ...term,
    amount: respelled(term.amount, currency),
    amount_min: inCurrency(term.amount_min),
  }));
  const exceptions = Object.entries(payment.exceptions).map(([name, { expected, ...rest }]) => [
    name,
    expected === undefined ? rest : { ...rest, expected: respelled(expected, currency) },
  ]);
  return {
    ...payment,
    currency,
    terms,
    late_fee: inCurrency(payment.late_fee),
    exceptions: Object.fromEntries(exceptions),
  };
}

/** The same number, with as many decimals as the currency has: nothing is rounded. */
function respelled(amount: Decimal, currency: string): Decimal {
  const plain = amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
  return decimalOf(parseAmount(plain, currency).minor, currency);
}
