import { moveCycle } from "../../domain/cycles/exception.ts";
import type { Day } from "../../domain/days/calendar.ts";
import type { Deed } from "../action.ts";
import { cycle, day, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeNamed } from "./change-cycle.ts";

interface MoveInput {
  readonly payment: string;
  readonly cycle: string;
  readonly to: Day;
}

/** Moves a cycle to another day; it keeps its name. */
export const move: Deed<MoveInput, CycleChanged> = {
  name: "move",
  effect: "changes",
  input: inputOf({ payment: text, cycle, to: day }, {}),
  decide(books, { payment, cycle: named, to }, given) {
    const before = paymentMeant(books, payment);
    const target = standeeNamed(before, named, books);
    const after = moveCycle(before, target, to);
    return changeCycle("move", { before, cycle: target.cycle.name, after }, books, given);
  },
};
