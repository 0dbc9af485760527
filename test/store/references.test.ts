import { expect, test } from "vitest";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { confirmation, openBooks, put, putConfirmation } from "./books.ts";

function booksWith(...refs: readonly string[]) {
  const disk = new MemoryDisk();
  const store = openBooks(disk, new FakeMachine().start());
  store.init();
  refs.forEach((ref, index) => {
    const made = confirmation(`pc_${index}`, `2026-0${(index % 9) + 1}-15`);
    put(store, putConfirmation({ ...made, ref }));
  });
  return { disk, store };
}

test.each([
  ["a plain reference", "88120"],
  ["one with a quote, a backslash and an accent", 'É"\\ 1'],
  ["one that begins another", "88"],
  ["one that ends in a space and a number", "88 1"],
])("%s is found with its payment, and only there", (_, ref) => {
  const { store } = booksWith("88120", 'É"\\ 1', "88", "88 1", "881");
  const found = store.read().referenced("pay_b", ref);
  expect(found.map((each) => each.ref)).toEqual([ref]);
  expect(store.read().referenced("pay_c", ref)).toEqual([]);
  expect(store.read().referenced("pay_b", `${ref}0000`)).toEqual([]);
});

test("a reference is looked up in one small file and one month, however many there are", () => {
  const refs = Array.from({ length: 40 }, (_, index) => `R${index}`);
  const { disk } = booksWith(...refs);
  const opened: string[] = [];
  const open = disk.open.bind(disk);
  disk.open = (path, flags) => {
    opened.push(path);
    return open(path, flags);
  };
  openBooks(disk, new FakeMachine().start()).read().referenced("pay_b", "R7");
  expect(opened.filter((path) => path.includes("references/"))).toHaveLength(1);
  expect(opened.filter((path) => path.includes("pay_confirm/"))).toHaveLength(1);
});

test("a void confirmation is still found; one that is gone is not", () => {
  const { store } = booksWith("A", "B");
  const [first, second] = [confirmation("pc_0", "2026-01-15"), confirmation("pc_1", "2026-02-15")];
  const voided = { ...first, ref: "A", voided_at: "2026-02-01T00:00:00.000Z" };
  put(store, putConfirmation(voided, { ...first, ref: "A" }));
  put(store, {
    collection: "confirmations",
    id: "pc_1",
    before: { ...second, ref: "B" },
    after: null,
  });
  expect(store.read().referenced("pay_b", "A")).toEqual([voided]);
  expect(store.read().referenced("pay_b", "B")).toEqual([]);
});
