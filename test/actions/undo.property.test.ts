import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deed } from "../../src/actions/action.ts";
import { expect as expectAmount } from "../../src/actions/due/expect.ts";
import { move } from "../../src/actions/due/move.ts";
import { skip } from "../../src/actions/due/skip.ts";
import { unskip } from "../../src/actions/due/unskip.ts";
import {
  confirmationsByMonth,
  inOrderOfCreation,
  transactionsByMonth,
} from "../../src/actions/history.ts";
import type { Said } from "../../src/actions/input.ts";
import { set } from "../../src/actions/kept/set.ts";
import { unset } from "../../src/actions/kept/unset.ts";
import { laidOver } from "../../src/actions/laid-over.ts";
import { post } from "../../src/actions/money/post.ts";
import { openBooks } from "../../src/actions/open-books.ts";
import { add } from "../../src/actions/owed/add.ts";
import { deletePayment } from "../../src/actions/owed/delete.ts";
import { edit } from "../../src/actions/owed/edit.ts";
import { pause } from "../../src/actions/owed/pause.ts";
import { resume } from "../../src/actions/owed/resume.ts";
import { confirm } from "../../src/actions/paid/confirm.ts";
import { unconfirm } from "../../src/actions/paid/unconfirm.ts";
import { perform } from "../../src/actions/perform.ts";
import { undo } from "../../src/actions/told/undo.ts";
import type { Context } from "../../src/context.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import type { Snapshot } from "../../src/store/snapshot.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { memoryContext } from "../faults/memory-context.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { day } from "../support/a-payment.ts";

/** A change that may be refused: which, of what, and how much. */
interface Step {
  readonly verb: keyof typeof verbs;
  readonly payment: string;
  readonly cycle: ReturnType<typeof day>;
  readonly number: number;
}

const doing =
  <Input>(deed: Deed<Input, object>, said: (step: Step) => Said) =>
  (context: Context, step: Step) =>
    perform(context, deed, said(step));

const verbs = {
  add: doing(add, ({ payment, number }) => ({ name: payment, amount: `${number}`, due_day: "15" })),
  edit: doing(edit, ({ payment, cycle, number }) => ({
    ...{ payment, from: cycle, correct: number % 3 === 0 },
    ...(number % 2 === 0 ? { amount: `${number}` } : { notes: `${number}`, tag: ["x"] }),
  })),
  pause: doing(pause, ({ payment, cycle }) => ({ payment, on: cycle })),
  resume: doing(resume, ({ payment, cycle }) => ({ payment, on: cycle })),
  delete: doing(deletePayment, ({ payment }) => ({ payment })),
  skip: doing(skip, ({ payment, cycle }) => ({ payment, cycle })),
  unskip: doing(unskip, ({ payment }) => ({ payment })),
  move: doing(move, ({ payment, cycle }) => ({ payment, cycle, to: "2026-03-20" })),
  expect: doing(expectAmount, ({ payment, cycle, number }) => ({
    ...{ payment, cycle, amount: `${number}` },
  })),
  confirm: doing(confirm, ({ payment, cycle, number }) => ({
    ...{ payment, cycle, post: number % 5 === 0 },
    ...(number % 3 !== 0 && { amount: `${number}` }),
    ...(number % 2 === 0 && { ref: `R${number}` }),
  })),
  unconfirm: async (context: Context, { number }: Step) => {
    const ids = openBooks(context).store.read((snapshot) =>
      [...confirmationsByMonth(snapshot)].map(({ id }) => id),
    );
    return perform(context, unconfirm, { id: ids[number % Math.max(1, ids.length)] ?? "pc_none" });
  },
  post: doing(post, () => ({ all: true })),
  set: doing(set, ({ number }) => ({ setting: "reminder_days", value: `${number % 30}` })),
  unset: doing(unset, () => ({ setting: "reminder_days" })),
};

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as Step["verb"][])),
  payment: fc.constantFrom("Hydro", "Rent"),
  cycle: fc.constantFrom("2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15").map(day),
  number: fc.integer({ min: 1, max: 400 }),
});

test("undo gives back the state before, change by change, back to the first", async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await inFreshHome(async (context) => {
        await verbs.add(context, {
          verb: "add",
          payment: "Hydro",
          cycle: day("2026-01-15"),
          number: 150,
        });
        const states = [heldBy(context)];
        for (const each of steps) {
          if (await isDone(context, each)) states.push(heldBy(context));
        }
        while (states.length > 1) {
          const after = states.pop();
          const { receipt } = await perform(context, undo, {});
          expect(heldBy(context)).toEqual(states.at(-1));
          // Taking the undo back restores the change, and taking that back is an undo again.
          const redone = await perform(context, undo, { change: `ev_${receipt?.hash}` });
          expect(heldBy(context)).toEqual(after);
          await perform(context, undo, { change: `ev_${redone.receipt?.hash}` });
          expect(heldBy(context)).toEqual(states.at(-1));
          undone += 1;
        }
      });
    }),
    { numRuns: 300 },
  );
  expect(undone).toBeGreaterThan(700);
});

test("a snapshot laid over with a change is what it is once that is kept", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await inFreshHome(async (context) => {
        const { store } = openBooks(context);
        for (const each of steps) {
          const before = store.read((snapshot) => snapshot);
          if (!(await isDone(context, each))) continue;
          const [line] = store.newestLines();
          const laid = laidOver(before, [...(line?.edits ?? [])]);
          expect(found(laid)).toEqual(store.read(found));
          compared += 1;
        }
      });
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(60);
});

function inFreshHome(use: (context: Context) => Promise<void>): Promise<void> {
  return use(memoryContext(new MemoryDisk(), new FakeMachine().start()).context);
}

/** Whether the change was made: most are refused now and then, and one may find nothing to do. */
async function isDone(context: Context, each: Step): Promise<boolean> {
  try {
    return (await verbs[each.verb](context, each)).receipt !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** All that a home holds, in the order it is exported. */
function heldBy(context: Context): object {
  return openBooks(context).store.read(held);
}

function held(snapshot: Snapshot): object {
  return {
    payments: inOrderOfCreation(snapshot.all("payments")),
    confirmations: [...confirmationsByMonth(snapshot)],
    transactions: [...transactionsByMonth(snapshot)],
    settings: snapshot.settings(),
  };
}

/** The same, and what single look-ups find of it. */
function found(snapshot: Snapshot): object {
  const payments = snapshot.all("payments");
  return {
    ...held(snapshot),
    index: inOrder(snapshot.paymentNames().map(({ id, name, kind }) => `${id} ${name} ${kind}`)),
    gotten: payments.map(({ id }) => snapshot.get("payments", id)),
    lost: snapshot.get("payments", "pay_none"),
    paid: payments.map(({ id }) =>
      inOrder(snapshot.confirmationsOf(id).map((confirmation) => confirmation.id)),
    ),
  };
}

const inOrder = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
