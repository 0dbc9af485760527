import { unsaid } from "../domain/registry/unsaid.ts";
import type { AddInput } from "./add.ts";

/** What is added where only a name and an amount are said: a monthly bill in the household's currency. */
export const unsaidInput: Omit<AddInput, "name" | "amount"> = {
  ...unsaid,
  currency: null,
  allow_duplicate: false,
};
