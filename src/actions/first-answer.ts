import type { KeyedLine } from "../store/store.ts";
import type { Performed } from "./perform.ts";

/**
 * The answer that was given when a key was used first. Where the journal does not hold it, or holds it in a shape of
 * another version, only the receipt is told.
 */
export async function firstAnswer<Outcome>(
  action: string,
  { seq, hash, meta, undone_by }: KeyedLine,
): Promise<Performed<Outcome>> {
  const { actionTable } = await import("./table.ts");
  const row = actionTable.find((each) => each.action.name === action);
  const isWhole = row?.output.safeParse(meta["answer"]).success === true;
  return {
    // The shape was proved by that of the very action that gave the answer.
    outcome: isWhole ? (meta["answer"] as Outcome) : null,
    receipt: { seq, hash: hash.slice(0, 12) },
    repeats: { undone_by },
  };
}
