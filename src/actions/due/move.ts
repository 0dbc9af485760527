import { moveCycle } from "../../domain/cycles/exception.ts";
import { refuseFarMove } from "../../domain/cycles/refuse-far-move.ts";
import type { Day } from "../../domain/days/calendar.ts";
import type { Deed } from "../action.ts";
import { cycle, day, text, yesOrNo } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeMeant } from "./change-cycle.ts";

interface MoveInput {
  readonly payment: string;
  /** The oldest open one that is due where none is named, else the next. */
  readonly cycle?: string;
  readonly to: Day;
  /** Allows a day that is more than one period away. */
  readonly far?: boolean;
}

/** Moves a cycle to another day; it keeps its name. */
export const move: Deed<MoveInput, CycleChanged> = {
  name: "move",
  effect: "changes",
  input: inputOf({ payment: text, to: day }, { cycle, far: yesOrNo }),
  decide(books, { payment, cycle: named, to, far = false }, given) {
    const before = paymentMeant(books, payment);
    const target = standeeMeant(before, named, books);
    refuseFarMove(before, target.cycle, to, far, books.policy);
    const after = moveCycle(before, target, to);
    return changeCycle("move", { before, cycle: target.cycle.name, after }, books, given);
  },
};
