import { addPayment } from "../../src/actions/add.ts";
import { addNote } from "../../src/actions/audit.ts";
import { setSetting } from "../../src/actions/config.ts";
import { type ConfirmInput, confirm } from "../../src/actions/confirm.ts";
import { editRegistered } from "../../src/actions/edit.ts";
import { skip, unskip } from "../../src/actions/exception.ts";
import { undo } from "../../src/actions/undo.ts";
import { unsaidInput } from "../../src/actions/unsaid-input.ts";
import type { Context } from "../../src/context.ts";
import { openBooks, payment, putPayment } from "../store/books.ts";
import { day } from "../support/a-payment.ts";
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
  const { context } = memoryContext(disk, machine.start(), owner === "ours" ? 0 : 500);
  const store = openBooks(disk, machine.start(), { limits });
  let earlier = disk;
  for (const [at, keep] of changes.entries()) {
    if (at === changes.length - 2) earlier = disk.copy();
    await keep(context);
    if (at !== 0) continue;
    const edits = [putPayment(payment(`pay_${owner}`))];
    const keyed = { area: "test", action: "keyed", ref_id: null, meta: { answer: 1 }, edits };
    store.commit(() => ({ change: { ...keyed, key: knownKey }, outcome: null }));
  }
  return { disk, machine, earlier };
}

const bill = { ...unsaidInput, due_day: "15", start: day("2025-11-15") };
/** What a confirmation says where nothing special is to be said. */
export const paid = {
  ...{ amount: null, method: null, ref: null, notes: "" },
  ...{ early: false, scheduled: false, post: null },
};
const edited = { from: null, correct: false, allow_duplicate: false };

/** What a household does, a change each. */
const changes: readonly ((context: Context) => Promise<unknown>)[] = [
  (context) => addPayment(context, { ...bill, name: "Hydro", amount: "150" }),
  (context) => addPayment(context, { ...bill, name: "Rent", amount: "2000" }),
  (context) => addNote(context, "begun"),
  (context) => confirm(context, pay("Rent", "2025-11-15", { post: true, ref: "A1" })),
  (context) => confirm(context, pay("Hydro", "2025-11-15", { ref: "H1" })),
  (context) => setSetting(context, "reminder_days", "3"),
  (context) => undo(context, "3"),
  (context) => confirm(context, pay("Rent", "2025-12-15", { amount: "1500" })),
  (context) =>
    editRegistered(context, {
      ...{ ...edited, payment: "Hydro", patch: { amount: "160" }, from: day("2026-02-01") },
    }),
  (context) => skip(context, { payment: "Rent", cycle: day("2026-01-15") }),
  (context) =>
    editRegistered(context, {
      ...{ ...edited, payment: "Rent", patch: { amount: "2100" }, correct: true },
    }),
  (context) => confirm(context, pay("Rent", "2025-12-15", { amount: "500" })),
  (context) => unskip(context, { payment: "Rent", cycle: day("2026-01-15") }),
  (context) => confirm(context, pay("Hydro", "2025-12-15", { ref: "H2" })),
];

function pay(payment: string, cycle: string, more: Partial<ConfirmInput>): ConfirmInput {
  return { ...paid, payment, cycle: day(cycle), on: day(cycle), ...more };
}
