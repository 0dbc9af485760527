import { expect, test } from "vitest";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { refusalOf } from "../support/refusal.ts";
import { lookAt, openBooks, payment, put, putPayment } from "./books.ts";

const journal = "/books/audit_log/000001.jsonl";

/** A home of two changes whose journal is then meddled with; `views.json` is gone. */
function meddled(change: (lines: string[]) => string[]) {
  const disk = new MemoryDisk();
  const store = openBooks(disk, new FakeMachine().start());
  store.init();
  put(store, putPayment(payment("pay_a")));
  const lines = disk.bytesOf(journal).toString().trimEnd().split("\n");
  disk.meddle(
    journal,
    Buffer.from(
      change(lines)
        .map((line) => `${line}\n`)
        .join(""),
    ),
  );
  disk.unlink("/books/views.json");
  return { disk, store: openBooks(disk, new FakeMachine().start()) };
}

test.each<[string, string, (lines: string[]) => string[]]>([
  ["spoilt", "damaged", ([first = "", ...rest]) => [first.replace("home", "hime"), ...rest]],
  ["gone", "damaged", ([, ...rest]) => rest],
  ["all there was, and is gone", "damaged", () => []],
  ["of a later format", "newer-format", ([first = ""]) => [first.replace('"v":1', '"v":2')]],
])("a home whose first line is %s is refused, not begun anew", (_, code, change) => {
  const { disk, store } = meddled(change);
  const before = disk.copy();
  expect(refusalOf(() => store.isHome()).code).toBe(code);
  expect(refusalOf(() => lookAt(store)).code).toBe(code);
  expect(refusalOf(() => store.init()).code).toBe(code);
  expect(refusalOf(() => put(store, putPayment(payment("pay_b")))).code).toBe(code);
  expect(disk.readdir("/books").sort()).toEqual(before.readdir("/books").sort());
});

test("a first line cut short while the home was made may be made again", () => {
  const disk = new MemoryDisk();
  const first = openBooks(disk, new FakeMachine().start());
  first.init();
  disk.meddle(journal, Buffer.from('{"v":1,"seq":1,"ts":"2026'));
  disk.unlink("/books/views.json");
  disk.unlink("/books/lookups/open.jsonl");
  disk.rmdir("/books/lookups");
  const store = openBooks(disk, new FakeMachine().start());
  expect(store.isHome()).toBe(false);
  store.init();
  expect(put(store, putPayment(payment("pay_a")))?.seq).toBe(2);
});
