import type { Question } from "../action.ts";
import { inputOf } from "../input.ts";
import { type Schedule, schedule } from "./schedule.ts";

/** What is owed now, where there are books. */
export interface Now {
  /** Whether anything was ever written in the home. */
  readonly begun: boolean;
  /** What is overdue, and what is due in the next days. */
  readonly due: Schedule;
}

const daysAhead = 7;

/** Tells what is owed now and within the week. */
export const now: Question<object, Now> = {
  name: "now",
  effect: "reads",
  input: inputOf({}, {}),
  decide: (books, _input, given) => ({
    begun: books.snapshot.seq > 0,
    due: schedule.decide(books, { days: daysAhead }, given),
  }),
};
