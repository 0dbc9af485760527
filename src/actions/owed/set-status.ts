import type { PaymentView } from "../../domain/cycles/payment-view.ts";
import { extendPlan } from "../../domain/cycles/plan.ts";
import type { ScheduledPayment } from "../../domain/cycles/scheduled.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { paymentChange } from "../../domain/editing/payment-change.ts";
import { type Restated, restate } from "../../domain/editing/restate.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Payment, PaymentStatus, StatusChange } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { day, text, yesOrNo } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";
import { comingOf, paymentMeant, viewedPayment } from "../registry.ts";

/** A payment whose status was set, from which day on, and what came of it. */
export interface StatusSet extends PaymentView {
  readonly on: Day;
  /** The day on which it is active again; null where nothing was said of that. */
  readonly until: Day | null;
  /** Changes that were planned for later days, and are not any more. */
  readonly superseded: readonly StatusChange[];
  /** Cycles that stay owed, because money had come for them. */
  readonly kept: readonly Day[];
  /** Cycles of a plan that are not owed any more. */
  readonly swallowed: readonly Day[];
  /** Whether as many were added at the end of the plan. */
  readonly extended: boolean;
  /** Its next two open cycles. */
  readonly coming: readonly ScheduledPayment[];
}

const spanFields = {
  /** The day on which it is active again. */
  until: day,
  /** Adds as many cycles at the end of a plan as fall into the span. */
  extend: yesOrNo,
};

interface StatusInput extends Partial<ValuesOf<typeof spanFields>> {
  readonly payment: string;
  /** Today where it is not said. */
  readonly on?: Day;
}

/** The action of a verb that sets a status from a day on; `takesEnd` says whether until another too. */
export function setStatus(
  name: string,
  status: PaymentStatus,
  { takesEnd }: { readonly takesEnd: boolean } = { takesEnd: false },
): Deed<StatusInput, StatusSet> {
  const fields = takesEnd ? { on: day, ...spanFields } : { on: day };
  return {
    name,
    effect: "changes",
    input: inputOf({ payment: text }, fields),
    decide(books, { payment, on = books.today, until = null, extend = false }, { now }) {
      if (extend && until === null) throw endlessPause();
      const before = paymentMeant(books, payment);
      const restated = restate(
        before,
        { status, on, until },
        paidCycles(books, before),
        books.today,
        books.policy,
      );
      const after = extend
        ? extendPlan(restated.payment, restated.swallowed.length)
        : restated.payment;
      return {
        change: paymentChange(
          name,
          { before, after, now },
          { on, ...(until !== null && { until }) },
        ),
        outcome: { ...outcomeOf(after, restated, books), on, until, extended: extend },
      };
    },
  };
}

function outcomeOf(after: Payment, { superseded, kept, swallowed }: Restated, books: Books) {
  return {
    ...viewedPayment(after, books),
    superseded,
    kept: kept.map(({ name }) => name),
    swallowed: swallowed.map(({ name }) => name),
    coming: comingOf(after, books),
  };
}

function paidCycles({ snapshot }: Books, { id }: Payment): Day[] {
  return snapshot
    .confirmationsOf(id)
    .flatMap(({ cycle, voided_at }) => (cycle === null || voided_at !== null ? [] : [cycle]));
}

function endlessPause(): Refusal {
  return new Refusal(
    "usage",
    "how many cycles a pause takes is known only when it ends",
    "Say that too: --until DAY",
  );
}
