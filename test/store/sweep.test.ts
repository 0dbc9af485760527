import { expect, test } from "vitest";
import { acquireLock, sweep } from "../../src/store/lock/lock.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { home, openBooks, openHome, payment, put, putPayment } from "./books.ts";

const week = 7 * 24 * 60 * 60 * 1000;

/** Books where one process died in a commit and another buried its lock. */
function scene() {
  const [disk, machines] = [new MemoryDisk(), new FakeMachine()];
  openBooks(disk, machines.start()).init();
  const dead = machines.start();
  acquireLock(openHome(disk, dead), 0);
  machines.kill(dead);
  disk.mkdir(`${home}/tmp.lock.n`);
  disk.mkdir(`${home}/dead.end`);
  disk.mkdir(`${home}/mine`);
  put(openBooks(disk, machines.start()), putPayment(payment("pay_b")));
  return { disk, machines, folder: openHome(disk, machines.start()) };
}

const leftovers = (disk: MemoryDisk) =>
  disk.readdir(home).filter((name) => /^(dead|tmp)/.test(name));

test("a tombstone stays for a week, and for as long as its owner's boot lasts", () => {
  const { disk, machines, folder } = scene();
  expect(leftovers(disk)).toHaveLength(3);
  sweep(folder, []);
  expect(leftovers(disk)).toHaveLength(3);
  machines.now = week + 1;
  sweep(folder, []);
  expect(leftovers(disk)).toEqual([expect.stringMatching(/^dead\.n/)]);
  machines.boot = "b1";
  sweep(folder, []);
  expect(leftovers(disk)).toEqual([]);
  expect(disk.readdir(home)).toContain("mine");
});

test("commits sweep now and then", () => {
  const { disk, machines } = scene();
  machines.now = week + 1;
  machines.boot = "b1";
  const store = openBooks(disk, machines.start());
  for (let count = 0; count < 64; count++) put(store, putPayment(payment("pay_b")));
  expect(leftovers(disk)).toEqual([]);
});
