import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { text } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { add } from "../owed/add.ts";
import { type Step, together } from "../together.ts";
import { set } from "./set.ts";

const initFields = {
  currency: text,
  timezone: text,
  account: text,
  /** A first bill, in one line. */
  bill: text,
};

type InitInput = Partial<ValuesOf<typeof initFields>>;

/** Books that were started. */
export interface Initialized {
  readonly home: string;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly account: string | null;
  readonly payment: PaymentView | null;
}

/** Starts the books. Refuses (`already-done`) where there are some. */
export const init: Deed<InitInput, Initialized> = {
  name: "init",
  effect: "changes",
  input: inputOf({}, initFields),
  decide(books, input, given) {
    refuseBegun(books);
    const { currency = null, timezone = null, account = null, bill } = input;
    const settings = Object.entries({ currency, timezone, account }).flatMap(
      ([key, value]): Step<null>[] =>
        value === null
          ? []
          : [(held) => ({ ...set.decide(held, { setting: key, value }, given), outcome: null })],
    );
    const bills =
      bill === undefined ? [] : [(held: Books) => add.decide(held, { name: bill }, given)];
    const { outcomes, edits } = together<PaymentView | null>(books, [...settings, ...bills]);
    const payment = outcomes.find((outcome) => outcome !== null) ?? null;
    return {
      change: { area: "settings", action: "init", ref_id: null, meta: {}, edits },
      outcome: { home: books.home, currency, timezone, account, payment },
    };
  },
};

/** The first line of a journal only makes the home: books that were cut short there may still be started. */
function refuseBegun({ home, snapshot }: Books): void {
  if (snapshot.seq <= 1) return;
  throw new Refusal(
    "already-done",
    `there are books in ${home} already`,
    "See what is in them: valhalla list. What was set is changed with valhalla config.",
  );
}
