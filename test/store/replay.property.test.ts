import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edit } from "../../src/domain/change.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  applied,
  chainProblems,
  change,
  confirmation,
  everything,
  home,
  openBooks,
  payment,
  putSetting,
  transaction,
} from "./books.ts";

type Wish = {
  collection: Edit["collection"];
  id: string;
  day: string;
  text: string;
  gone: boolean;
};

const wish: fc.Arbitrary<Wish> = fc.record({
  collection: fc.constantFrom("payments", "confirmations", "transactions", "settings"),
  id: fc.constantFrom("a", "b", "c", "d", "__proto__", 'q"\\'),
  day: fc.constantFrom("2026-01-05", "2026-01-31", "2026-02-01", "2025-12-31"),
  text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("é\u202e", "\n{", '{"id":"a",')),
  gone: fc.boolean(),
});

const meddling = fc.constantFrom(
  ...["none", "none", "views.json", "lookups", "lookups/paid", "payments", "pay_confirm", "ledger"],
);
const step = fc.record({
  wishes: fc.array(wish, { minLength: 1, maxLength: 6 }),
  meddle: meddling,
  how: fc.constantFrom("remove", "cut", "flip", "append", "empty"),
  reboot: fc.boolean(),
});

test("what was committed is read back, whatever became of the views in between", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, isTiny) => {
      const disk = new MemoryDisk();
      const machine = new FakeMachine();
      const limits = isTiny
        ? { lineBytes: 100, segmentBytes: 2500 }
        : { lineBytes: 1 << 18, segmentBytes: 1 << 20 };
      const warn = (text: string) => expect(text).not.toContain("copies");
      const store = openBooks(disk, machine.start(), { limits, warn });
      store.init();
      let expected: Record<string, unknown> = {};
      for (const { wishes, meddle, how, reboot } of steps) {
        const edits = editsOf(wishes, expected);
        store.commit(() => ({ change: change(edits), outcome: null }));
        expected = applied(expected, edits);
        if (reboot) machine.boot += "1";
        meddleWith(disk, meddle, how);
        expect(everything(store)).toEqual(expected);
      }
      expect(chainProblems(store)).toEqual([]);
      expect(store.verify().events).toBe(1 + steps.length);
      expect([...store.newestLines()]).toHaveLength(1 + steps.length);
      expect(disk.openCount).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test("history holds every edit", () => {
  fc.assert(
    fc.property(fc.array(fc.array(wish, { maxLength: 9 }), { maxLength: 6 }), (batches) => {
      const disk = new MemoryDisk();
      const limits = { lineBytes: 600, segmentBytes: 3000 };
      const store = openBooks(disk, new FakeMachine().start(), { limits });
      store.init();
      const all: Edit[][] = [];
      for (const wishes of batches) {
        const edits = editsOf(wishes, all.flat().reduce(applyOne, {}));
        store.commit(() => ({ change: change(edits), outcome: null }));
        all.push(edits);
      }
      const plain = (line: { edits: Iterable<Edit> }) => ({ ...line, edits: [...line.edits] });
      const newest = Array.from(store.newestLines(), plain).reverse();
      expect(newest.slice(1).map(({ edits }) => edits)).toEqual(all);
    }),
    { numRuns: 250 },
  );
});

const applyOne = (before: Record<string, unknown>, edit: Edit) => applied(before, [edit]);

/** Edits as an action would make them: each knows what it replaces. */
function editsOf(wishes: readonly Wish[], before: Record<string, unknown>): Edit[] {
  const edits: Edit[] = [];
  for (const { collection, id, day, text, gone } of wishes) {
    const now = applied(before, edits)[`${collection} ${id}`] ?? null;
    const edit = editOf(collection, id, day, text);
    const whole: Edit = JSON.parse(
      JSON.stringify({ ...edit, before: now, ...(gone && { after: null }) }),
    );
    edits.push(whole);
  }
  return edits;
}

function editOf(collection: Edit["collection"], id: string, day: string, text: string): Edit {
  const frame = { id, before: null };
  switch (collection) {
    case "payments":
      return { ...frame, collection, after: payment(id, text) };
    case "confirmations":
      return { ...frame, collection, after: confirmation(id, day, "pay_x", text) };
    case "transactions":
      return { ...frame, collection, after: transaction(id, day) };
    case "settings":
      return putSetting(`key.${id.replace(/\W/g, "")}`, text);
  }
}

function meddleWith(disk: MemoryDisk, folder: string, how: string): void {
  if (folder === "none") return;
  for (const path of viewsIn(disk, folder)) {
    const bytes = disk.bytesOf(path);
    const middle = bytes.length >> 1;
    if (how === "remove") disk.unlink(path);
    else if (how === "cut") disk.meddle(path, bytes.subarray(0, middle));
    else if (how === "empty") disk.meddle(path, Buffer.alloc(0));
    else if (how === "append")
      disk.meddle(path, Buffer.concat([bytes, Buffer.from('{"id":"z","n')]));
    else disk.meddle(path, Buffer.from(bytes.map((byte, at) => (at === middle ? byte ^ 1 : byte))));
  }
}

function viewsIn(disk: MemoryDisk, folder: string): string[] {
  if (folder === "views.json") return [`${home}/views.json`];
  const [top = "", inner] = folder.split("/");
  if (!disk.readdir(home).includes(top)) return [];
  if (inner !== undefined && !disk.readdir(`${home}/${top}`).includes(inner)) return [];
  return disk
    .readdir(`${home}/${folder}`)
    .filter((name) => name.includes(".") && !name.includes("edited"))
    .map((name) => `${home}/${folder}/${name}`);
}
