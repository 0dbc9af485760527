import { Refusal } from "../../domain/refusal.ts";
import type { Question } from "../action.ts";
import { inputOf } from "../input.ts";

/** The journal's head, for keeping elsewhere: it can later prove what came before. */
export interface Checkpoint {
  readonly seq: number;
  readonly head: string;
}

/** Tells the journal's head. Refuses (`no-home`) where there are no books. */
export const checkpoint: Question<object, Checkpoint> = {
  name: "audit checkpoint",
  effect: "reads",
  input: inputOf({}, {}),
  decide({ home, snapshot: { seq, head } }) {
    if (seq > 0) return { seq, head };
    throw new Refusal("no-home", `there are no books in ${home}`, "Begin with: valhalla init");
  },
};
