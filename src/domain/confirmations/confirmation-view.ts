import { minorOf } from "../money/money.ts";
import type { Confirmation } from "./confirmation.ts";

/** A confirmation as every command shows it. */
export interface ConfirmationView extends Confirmation {
  readonly amount_minor: number;
}

/** Shows a confirmation. */
export function confirmationView(confirmation: Confirmation): ConfirmationView {
  return {
    ...confirmation,
    amount_minor: minorOf(confirmation.amount, confirmation.currency),
  };
}

/** Orders by the day paid, then the moment recorded, then the id. */
export function byPaidOn(one: Confirmation, other: Confirmation): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

const keyOf = ({ paid_on, created_at, id }: Confirmation): string =>
  `${paid_on} ${created_at} ${id}`;
