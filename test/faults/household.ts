import type { Deed } from "../../src/actions/action.ts";
import { skip } from "../../src/actions/due/skip.ts";
import { unskip } from "../../src/actions/due/unskip.ts";
import type { Said } from "../../src/actions/input.ts";
import { set } from "../../src/actions/kept/set.ts";
import { add } from "../../src/actions/owed/add.ts";
import { edit } from "../../src/actions/owed/edit.ts";
import { confirm } from "../../src/actions/paid/confirm.ts";
import { perform } from "../../src/actions/perform.ts";
import { note } from "../../src/actions/told/note.ts";
import { undo } from "../../src/actions/told/undo.ts";
import type { Context } from "../../src/context.ts";
import { openBooks, payment, putPayment } from "../store/books.ts";
import { FakeMachine } from "./fake-machine.ts";
import { limits, type Scene } from "./judgement.ts";
import { memoryContext } from "./memory-context.ts";
import { MemoryDisk } from "./memory-disk.ts";

/** The books of a household, kept by real actions in several segments. */
export interface Household extends Scene {
  /** The disk before the last two changes: its views are those of a writer that died before it refreshed them. */
  readonly earlier: MemoryDisk;
}

/** The key of one of the changes. */
export const knownKey = "key-1";

/** Keeps a household's books; of two `owner`s nothing is the same but what happened. */
export async function keepHousehold(owner: "ours" | "theirs" = "ours"): Promise<Household> {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const firstId = owner === "ours" ? 0 : 500;
  // The payments came into the books when they began, so that all their cycles are owed.
  const { context: first } = memoryContext(disk, machine.start(), firstId, "2025-11-15");
  const { context } = memoryContext(disk, machine.start(), firstId + 2);
  const store = openBooks(disk, machine.start(), { limits });
  let earlier = disk;
  for (const [at, keep] of changes.entries()) {
    if (at === changes.length - 2) earlier = disk.copy();
    await keep(at < 2 ? first : context);
    if (at !== 0) continue;
    const edits = [putPayment(payment(`pay_${owner}`))];
    const keyed = { area: "test", action: "keyed", ref_id: null, meta: { answer: 1 }, edits };
    store.commit(() => ({ change: { ...keyed, key: knownKey }, outcome: null }));
  }
  return { disk, machine, earlier };
}

/** Does what is said to an action that changes the books. */
function doing<Input, Outcome extends object>(deed: Deed<Input, Outcome>, said: Said) {
  return (context: Context) => perform(context, deed, said);
}

const bill = { due_day: "15", start: "2025-11-15" };

/** What a household does, a change each. */
const changes: readonly ((context: Context) => Promise<unknown>)[] = [
  doing(add, { ...bill, name: "Hydro", amount: "150" }),
  doing(add, { ...bill, name: "Rent", amount: "2000" }),
  doing(note, { text: "begun" }),
  doing(confirm, pay("Rent", "2025-11-15", { post: true, ref: "A1" })),
  doing(confirm, pay("Hydro", "2025-11-15", { ref: "H1" })),
  doing(set, { setting: "reminder_days", value: "3" }),
  doing(undo, { change: "3" }),
  doing(confirm, pay("Rent", "2025-12-15", { amount: "1500" })),
  doing(edit, { payment: "Hydro", amount: "160", from: "2026-02-01" }),
  doing(skip, { payment: "Rent", cycle: "2026-01-15" }),
  doing(edit, { payment: "Rent", amount: "2100", correct: true }),
  doing(confirm, pay("Rent", "2025-12-15", { amount: "500" })),
  doing(unskip, { payment: "Rent", cycle: "2026-01-15" }),
  doing(confirm, pay("Hydro", "2025-12-15", { ref: "H2" })),
];

function pay(payment: string, cycle: string, more: Said): Said {
  return { payment, cycle, on: cycle, ...more };
}
