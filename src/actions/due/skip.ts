import { skipCycle } from "../../domain/cycles/exception.ts";
import { nextOpen, type Standee } from "../../domain/cycles/settle.ts";
import { Refusal } from "../../domain/refusal.ts";
import { addressOf } from "../../domain/registry/find-payment.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { cycle, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeNamed } from "./change-cycle.ts";

interface SkipInput {
  readonly payment: string;
  /** The next open one where none is named. */
  readonly cycle?: string;
}

/** Skips a cycle: nothing is owed for it. */
export const skip: Deed<SkipInput, CycleChanged> = {
  name: "skip",
  effect: "changes",
  input: inputOf({ payment: text }, { cycle }),
  decide(books, { payment, cycle: named }, given) {
    const before = paymentMeant(books, payment);
    const target =
      named === undefined ? nextToSkip(before, books) : standeeNamed(before, named, books);
    const after = skipCycle(before, target);
    return changeCycle("skip", { before, cycle: target.cycle.name, after }, books, given);
  },
};

function nextToSkip(payment: Payment, { today, viewOf }: Books): Standee {
  const next = nextOpen(payment, today, viewOf(payment));
  if (next !== null) return next;
  throw new Refusal(
    "nothing-owed",
    `${payment.name} has no open cycle from ${today} on`,
    `See what it has: valhalla show ${addressOf(payment)}`,
  );
}
