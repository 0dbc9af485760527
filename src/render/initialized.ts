import type { Initialized } from "../actions/init.ts";
import type { PaymentView } from "../domain/cycles/payment-view.ts";
import { cleanText } from "./clean-text.ts";
import { moneyText } from "./money.ts";

/** `Started your books in /home/ada/.valhalla` */
export function renderInitialized({
  home,
  payment,
}: Initialized & { readonly payment: PaymentView | null }): string {
  const begun = `Started your books in ${cleanText(home)}`;
  if (payment === null) return begun;
  return `${begun}\nAdded ${cleanText(payment.name)} ${moneyText(payment)}, ${payment.recurrence}`;
}
