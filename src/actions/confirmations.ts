import type { Context } from "../context.ts";
import {
  byPaidOn,
  type ConfirmationView,
  confirmationView,
} from "../domain/confirmations/confirmation-view.ts";
import type { Day } from "../domain/days/calendar.ts";
import { readBooks } from "./books.ts";
import { allConfirmations } from "./evidence.ts";
import { paymentMeant } from "./payment-edit.ts";

/** What to list; null takes all. */
export interface ConfirmationsInput {
  readonly payment: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A confirmation with the name of its payment. */
export interface ConfirmationRow extends ConfirmationView {
  readonly name: string;
}

/** Lists confirmations by the day they were paid, void ones too. */
export function listConfirmations(
  context: Context,
  { payment, from, to }: ConfirmationsInput,
): Promise<ConfirmationRow[]> {
  return readBooks(context, (books) => {
    const { snapshot } = books;
    const only = payment === null ? null : paymentMeant(books, payment).id;
    const names = new Map(snapshot.paymentNames().map(({ id, name }) => [id, name]));
    const found = only === null ? allConfirmations(snapshot) : snapshot.confirmationsOf(only);
    return found
      .filter(({ paid_on }) => (from === null || from <= paid_on) && (to === null || paid_on <= to))
      .sort(byPaidOn)
      .map((each) => ({ ...confirmationView(each), name: names.get(each.payment_id) ?? "" }));
  });
}
