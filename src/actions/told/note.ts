import { checkedName } from "../../domain/words/text.ts";
import type { Deed } from "../action.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";

/** A remark that was written down. */
export interface Noted {
  readonly note: string;
}

/** Writes a remark into the journal. */
export const note: Deed<{ readonly text: string }, Noted> = {
  name: "audit note",
  effect: "changes",
  input: inputOf({ text }, {}),
  decide(_books, input) {
    const note = checkedName("the note", input.text);
    return {
      change: { area: "audit", action: "note", ref_id: null, meta: { note }, edits: [] },
      outcome: { note },
    };
  },
};
