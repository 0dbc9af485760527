import { skipCycle } from "../../domain/cycles/exception.ts";
import { refuseSkipRetry } from "../../domain/cycles/target-cycle.ts";
import type { Deed } from "../action.ts";
import { cycle, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeMeant } from "./change-cycle.ts";

interface SkipInput {
  readonly payment: string;
  /** The oldest open one that is due where none is named, else the next. */
  readonly cycle?: string;
}

/** Skips a cycle: nothing is owed for it. Refuses (`duplicate`) a second one on a day that is not named. */
export const skip: Deed<SkipInput, CycleChanged> = {
  name: "skip",
  effect: "changes",
  input: inputOf({ payment: text }, { cycle }),
  decide(books, { payment, cycle: named }, given) {
    const before = paymentMeant(books, payment);
    const target = standeeMeant(before, named, books);
    if (named === undefined) refuseSkipRetry(before, target, books.today);
    const after = skipCycle(before, target, books.today);
    return changeCycle("skip", { before, cycle: target.cycle.name, after }, books, given);
  },
};
