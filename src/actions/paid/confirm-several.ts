import { type Total, totalsOf } from "../../domain/money/total.ts";
import { Refusal } from "../../domain/refusal.ts";
import { setting, settingIn } from "../../domain/settings/setting-table.ts";
import type { Deed } from "../action.ts";
import { texts } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type Step, together } from "../together.ts";
import { type Confirmed, confirm, confirmationFields } from "./confirm.ts";

type SeveralInput = Partial<ValuesOf<typeof confirmationFields>> & {
  readonly payments: readonly string[];
};

/** Confirmations that were recorded as one change. */
export interface SeveralConfirmed {
  readonly confirmed: readonly Confirmed[];
  /** What they come to, per currency. */
  readonly total: readonly Total[];
}

/** Records that several payments were made: all of them, or none where one is refused. */
export const confirmSeveral: Deed<SeveralInput, SeveralConfirmed> = {
  name: "confirm several",
  effect: "changes",
  input: inputOf({ payments: texts }, confirmationFields),
  decide(books, { payments, ...said }, given) {
    const found = payments.map((text) => paymentMeant(books, text));
    refuseTwice(found);
    const steps = found.map(
      ({ id }): Step<Confirmed> =>
        (held) =>
          confirm.decide(held, { payment: id, ...said }, given),
    );
    const { outcomes, edits } = together(books, steps);
    const settings = books.snapshot.settings();
    return {
      change: {
        area: "confirmations",
        action: "confirm",
        ref_id: null,
        meta: { name: outcomes.map(({ name }) => name).join(", "), confirmations: outcomes.length },
        edits,
      },
      outcome: {
        confirmed: outcomes,
        total: totalsOf(outcomes, settings, settingIn(settings, setting.currency)),
      },
    };
  },
};

function refuseTwice(payments: readonly { readonly id: string; readonly name: string }[]): void {
  const twice = payments.find(({ id }, at) => payments.findIndex((each) => each.id === id) < at);
  if (twice === undefined) return;
  throw new Refusal(
    "usage",
    `${twice.name} is named twice`,
    "Name each payment once; another cycle of it is confirmed by itself, with --cycle.",
  );
}
