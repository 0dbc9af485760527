import {
  byPaidOn,
  type ConfirmationView,
  confirmationView,
} from "../../domain/confirmations/confirmation-view.ts";
import type { Question } from "../action.ts";
import { allConfirmations } from "../evidence.ts";
import { day, text } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";

const confirmationsFields = { payment: text, from: day, to: day };

/** A confirmation with the name of its payment. */
export interface ConfirmationRow extends ConfirmationView {
  readonly name: string;
}

/** Lists confirmations by the day they were paid, void ones too. */
export const confirmations: Question<
  Partial<ValuesOf<typeof confirmationsFields>>,
  readonly ConfirmationRow[]
> = {
  name: "confirmations",
  effect: "reads",
  input: inputOf({}, confirmationsFields),
  decide(books, { payment, from, to }) {
    const { snapshot } = books;
    const only = payment === undefined ? undefined : paymentMeant(books, payment).id;
    const names = new Map(snapshot.paymentNames().map(({ id, name }) => [id, name]));
    return allConfirmations(snapshot, only)
      .filter(({ payment_id }) => only === undefined || payment_id === only)
      .filter(({ paid_on }) => from === undefined || from <= paid_on)
      .filter(({ paid_on }) => to === undefined || paid_on <= to)
      .sort(byPaidOn)
      .map((each) => ({ ...confirmationView(each), name: names.get(each.payment_id) ?? "" }));
  },
};
