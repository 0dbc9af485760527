import { parseReceipt, type Verification } from "../../domain/history/audit-event.ts";
import type { Question } from "../action.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";

/** Recomputes the chain of the journal; with a receipt, also whether that change is in it. */
export const verify: Question<{ readonly receipt?: string }, Verification> = {
  name: "audit verify",
  effect: "reads",
  input: inputOf({}, { receipt: text }),
  decide: ({ journal }, { receipt }) =>
    journal.verify(receipt === undefined ? null : parseReceipt(receipt)),
};
