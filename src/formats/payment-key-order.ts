import type { PaymentView } from "../domain/cycles/payment-view.ts";

/**
 * The payment with its keys, and those of its terms and exceptions, in one order, whoever made the
 * record: two exports of the same books are the same text.
 */
export function inKeyOrder(payment: PaymentView): object {
  const exceptions = Object.entries(payment.exceptions).map(
    ([cycle, exception]) => [cycle, ordered(exception, exceptionKeys)] as const,
  );
  return ordered(
    {
      ...payment,
      terms: payment.terms.map((term) => ordered(term, termKeys)),
      exceptions: Object.fromEntries(exceptions.sort(byName)),
    },
    paymentKeys,
  );
}

const paymentKeys =
  "id name kind payee amount amount_minor currency cadence due_day rule start next_due next_upcoming next_due_override autopay_enabled autopay_verified account_id category tags essential status notes created_at updated_at".split(
    " ",
  );
const termKeys =
  "from amount amount_min tolerance cadence every anchor due_day rule roll calendar until count".split(
    " ",
  );
const exceptionKeys = "skipped moved_to expected failures".split(" ");

/** The keys named first, in that order; then the others by name. */
function ordered(record: object, keys: readonly string[]): object {
  const named = keys.filter((key) => key in record);
  const others = Object.keys(record).filter((key) => !keys.includes(key));
  return Object.fromEntries(
    [...named, ...others.sort()].map((key) => [key, Reflect.get(record, key)]),
  );
}

const byName = ([one]: readonly [string, object], [other]: readonly [string, object]): number =>
  one < other ? -1 : 1;
