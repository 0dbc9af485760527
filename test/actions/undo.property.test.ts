import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addPayment } from "../../src/actions/add.ts";
import { readBooks } from "../../src/actions/books.ts";
import { setSetting, unsetSetting } from "../../src/actions/config.ts";
import { confirm } from "../../src/actions/confirm.ts";
import { deletePayment } from "../../src/actions/delete.ts";
import { editRegistered } from "../../src/actions/edit.ts";
import { allConfirmations } from "../../src/actions/evidence.ts";
import { expect as expectAmount, move, skip, unskip } from "../../src/actions/exception.ts";
import {
  confirmationsByMonth,
  inOrderOfCreation,
  transactionsByMonth,
} from "../../src/actions/history.ts";
import { postToLedger } from "../../src/actions/ledger.ts";
import { setStatus } from "../../src/actions/status.ts";
import { unconfirm } from "../../src/actions/unconfirm.ts";
import { undo } from "../../src/actions/undo.ts";
import { unsaidInput } from "../../src/actions/unsaid-input.ts";
import { readLine } from "../../src/commands/globals.ts";
import type { Context } from "../../src/context.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { contextOf } from "../../src/world.ts";
import { day } from "../support/a-payment.ts";
import { testWorld } from "../support/test-world.ts";

/** A change that may be refused: which, of what, and how much. */
interface Step {
  readonly verb: keyof typeof verbs;
  readonly payment: string;
  readonly cycle: ReturnType<typeof day>;
  readonly number: number;
}

const verbs = {
  add: (context: Context, { payment, number }: Step) =>
    addPayment(context, { ...unsaidInput, name: payment, amount: String(number), due_day: "15" }),
  edit: (context: Context, { payment, cycle, number }: Step) => {
    const patch =
      number % 2 === 0 ? { amount: String(number) } : { notes: `${number}`, tags: ["x"] };
    const correct = number % 3 === 0;
    return editRegistered(context, {
      payment,
      patch,
      from: cycle,
      correct,
      allow_duplicate: false,
    });
  },
  pause: (context: Context, { payment, cycle }: Step) =>
    setStatus(context, "pause", { payment, on: cycle }),
  resume: (context: Context, { payment, cycle }: Step) =>
    setStatus(context, "resume", { payment, on: cycle }),
  delete: (context: Context, { payment }: Step) => deletePayment(context, payment),
  skip: (context: Context, { payment, cycle }: Step) => skip(context, { payment, cycle }),
  unskip: (context: Context, { payment }: Step) => unskip(context, { payment, cycle: null }),
  move: (context: Context, { payment, cycle }: Step) =>
    move(context, { payment, cycle, to: day("2026-03-20") }),
  expect: (context: Context, { payment, cycle, number }: Step) =>
    expectAmount(context, { payment, cycle, amount: String(number) }),
  confirm: (context: Context, { payment, cycle, number }: Step) =>
    confirm(context, {
      ...{ payment, cycle, on: null, method: null, notes: "", early: false, scheduled: false },
      amount: number % 3 === 0 ? null : String(number),
      ref: number % 2 === 0 ? `R${number}` : null,
      post: number % 5 === 0,
    }),
  unconfirm: async (context: Context, { number }: Step) => {
    const ids = await readBooks(context, ({ snapshot }) =>
      allConfirmations(snapshot).map(({ id }) => id),
    );
    return unconfirm(context, ids[number % Math.max(1, ids.length)] ?? "pc_none");
  },
  post: (context: Context) => postToLedger(context, null),
  set: (context: Context, { number }: Step) =>
    setSetting(context, "reminder_days", String(number % 30)),
  unset: (context: Context) => unsetSetting(context, "reminder_days"),
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
        const states = [await heldBy(context)];
        for (const each of steps) {
          if (await isDone(context, each)) states.push(await heldBy(context));
        }
        while (states.length > 1) {
          const after = states.pop();
          const { hash } = await undo(context, null);
          expect(await heldBy(context)).toEqual(states.at(-1));
          // Taking the undo back restores the change, and taking that back is an undo again.
          const redone = await undo(context, `ev_${hash}`);
          expect(await heldBy(context)).toEqual(after);
          await undo(context, `ev_${redone.hash}`);
          expect(await heldBy(context)).toEqual(states.at(-1));
          undone += 1;
        }
      });
    }),
    { numRuns: 300 },
  );
  expect(undone).toBeGreaterThan(700);
});

async function inFreshHome(use: (context: Context) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "valhalla-undo-"));
  let number = 0;
  const { world } = testWorld({ folder, today: "2026-02-10", nextNumber: () => number++ });
  try {
    await use(contextOf(world, readLine([]).globals));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the change was made: most are refused now and then, and one may find nothing to do. */
async function isDone(context: Context, each: Step): Promise<boolean> {
  try {
    return (await verbs[each.verb](context, each)).seq !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** All that a home holds, in the order it is exported. */
function heldBy(context: Context): Promise<object> {
  return readBooks(context, ({ snapshot }) => ({
    payments: inOrderOfCreation(snapshot.all("payments")),
    confirmations: [...confirmationsByMonth(snapshot)],
    transactions: [...transactionsByMonth(snapshot)],
    settings: snapshot.settings(),
  }));
}
