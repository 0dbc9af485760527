import { expect, test } from "vitest";
import { home, openBooks, payment, put, putPayment } from "../store/books.ts";
import { attempt, type Scene, sceneBefore } from "./judgement.ts";
import type { MemoryDisk } from "./memory-disk.ts";

const lock = `${home}/lock`;
const owner = "o.100.700.b0070000.2.0a0b0c0d.n1";

/** What may stand in place of the lock that no process of ours put there, or none that can be asked. */
const things: readonly (readonly [what: string, plant: (disk: MemoryDisk) => unknown])[] = [
  ["a file", (disk) => disk.place(lock, Buffer.from("mine"))],
  ["a folder with a file", (disk) => inLock(disk, "junk")],
  ["a folder with what looks like a torn owner", (disk) => inLock(disk, "o.100.700.b007")],
  ["a folder in the folder", (disk) => [disk.mkdir(lock), disk.mkdir(`${lock}/inner`)]],
  ["the lock of another pid namespace, a container's", (disk) => inLock(disk, owner)],
  ["the lock of another host", (disk) => inLock(disk, "o.1.7.b0070000.1.ffffffff.n1")],
];

test.each(things)(
  "%s: reading goes on, writing is refused by name, doctor clears it",
  (_, plant) => {
    const { disk, machine } = sceneBefore();
    plant(disk);
    const store = openBooks(disk, machine.start(), { waitMs: 10_000 });
    expect(store.read((snapshot) => snapshot.all("payments"))).toHaveLength(1);
    expect(store.verify().ok).toBe(true);
    const before = machine.start().elapsed();
    const refused = attempt(() => put(store, putPayment(payment("pay_c"))));
    expect(refused.error).toMatch(
      /^busy (process \d+ of another machine or container|\/books\/lock)/,
    );
    expect(machine.start().elapsed() - before).toBeGreaterThan(10_000);
    expect(disk.readdir(home).filter((name) => name.startsWith("tmp."))).toEqual([]);
    expect(attempt(() => store.repair()).error).toBeNull();
    expect(attempt(() => put(store, putPayment(payment("pay_c")))).error).toBeNull();
  },
);

test("an empty folder is nobody's lock", () => {
  const { disk, machine }: Scene = sceneBefore();
  disk.mkdir(lock);
  expect(put(openBooks(disk, machine.start()), putPayment(payment("pay_c")))?.seq).toBeGreaterThan(
    2,
  );
});

test("a lock that lives is not cleared by doctor", () => {
  const { disk, machine } = sceneBefore();
  const living = machine.start();
  inLock(disk, `o.${living.pid}.${living.startOf(living.pid)}.b0070000.1.0a0b0c0d.n1`);
  const store = openBooks(disk, machine.start(), { waitMs: 100 });
  expect(attempt(() => store.repair()).error).toMatch(`busy process ${living.pid} is writing`);
});

function inLock(disk: MemoryDisk, name: string): void {
  disk.mkdir(lock);
  disk.place(`${lock}/${name}`, Buffer.alloc(0));
}
