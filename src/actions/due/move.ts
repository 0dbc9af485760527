import { moveCycle } from "../../domain/cycles/exception.ts";
import type { Day } from "../../domain/days/calendar.ts";
import type { Deed } from "../action.ts";
import { day, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle, standeeNamed } from "./change-cycle.ts";

interface MoveInput {
  readonly payment: string;
  readonly cycle: Day;
  readonly to: Day;
}

/** Moves a cycle to another day; it keeps its name. */
export const move: Deed<MoveInput, CycleChanged> = {
  name: "move",
  effect: "changes",
  input: inputOf({ payment: text, cycle: day, to: day }, {}),
  decide(books, { payment, cycle, to }, given) {
    const before = paymentMeant(books, payment);
    const after = moveCycle(before, standeeNamed(before, cycle, books), to);
    return changeCycle("move", { before, cycle, after }, books, given);
  },
};
