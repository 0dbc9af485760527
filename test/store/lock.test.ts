import { describe, expect, test } from "vitest";
import { Home } from "../../src/store/disk/home.ts";
import type { Machine } from "../../src/store/disk/machine.ts";
import { acquireLock, isLocked, releaseLock } from "../../src/store/lock/lock.ts";
import { ownerName, parseOwner, thisOwner } from "../../src/store/lock/lock-owner.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { intercepted } from "../faults/faulty-files.ts";
import { failure, MemoryDisk } from "../faults/memory-disk.ts";
import { home } from "./books.ts";

interface Place {
  readonly disk: MemoryDisk;
  readonly machines: FakeMachine;
  /** The home as a new process sees it. */
  process(changes?: Partial<Machine>): Home;
}

function place(): Place {
  const [disk, machines] = [new MemoryDisk(), new FakeMachine()];
  disk.mkdir(home);
  const process = (changes: Partial<Machine> = {}) =>
    new Home(home, disk, { ...machines.start(), ...changes });
  return { disk, machines, process };
}

test("a lock taken and given up leaves nothing behind", () => {
  const { disk, process } = place();
  const one = process();
  const lock = acquireLock(one, 100);
  expect(isLocked(one)).toBe(true);
  releaseLock(one, lock);
  expect(isLocked(one)).toBe(false);
  expect(disk.readdir(home)).toEqual([]);
});

test("a living owner is waited for, then named", () => {
  const { process } = place();
  const [one, other] = [process(), process()];
  acquireLock(one, 100);
  const before = other.machine.elapsed();
  expect(() => acquireLock(other, 500)).toThrow(
    `process ${one.machine.pid} is writing to these books`,
  );
  expect(other.machine.elapsed() - before).toBeGreaterThan(500);
});

test("a lock given up while another waits is taken by it", () => {
  const { disk, machines, process } = place();
  const one = process();
  const lock = acquireLock(one, 100);
  const waiting = machines.start(() => releaseLock(one, lock));
  acquireLock(new Home(home, disk, waiting), 1000);
  expect(disk.readdir(`${home}/lock`).map(parseOwner)[0]?.pid).toBe(waiting.pid);
});

describe("an owner is thought dead only beyond doubt", () => {
  const cases: [why: string, changes: Partial<Machine>, isTaken: boolean][] = [
    ["its process is gone", { startOf: () => null }, true],
    ["its process id is another's now", { startOf: () => "99" }, true],
    ["the machine was booted since", { boot: () => "b1" }, true],
    ["it lives", {}, false],
    ["it is of another host", { host: () => "ffff", startOf: () => null }, false],
    ["it is of another host, booted since", { host: () => "ffff", boot: () => "b1" }, false],
    ["it is counted in another namespace", { pidNamespace: () => "2", startOf: () => null }, false],
    ["nothing can be known of it", { startOf: () => undefined }, false],
  ];
  test.each(cases)("%s", (_why, changes, isTaken) => {
    const { disk, process } = place();
    acquireLock(process(), 100);
    const other = process(changes);
    if (!isTaken) {
      expect(() => acquireLock(other, 50)).toThrow("is writing to these books");
      return;
    }
    acquireLock(other, 50);
    expect(disk.readdir(`${home}/lock`).map(parseOwner)[0]?.pid).toBe(other.machine.pid);
    expect(disk.readdir(home).filter((name) => name.startsWith("dead."))).toHaveLength(1);
  });
});

test("a fresh owner is never displaced by who saw the dead one before it", () => {
  const { disk, machines, process } = place();
  const dead = process();
  acquireLock(dead, 100);
  machines.kill(dead.machine);
  const fresh = process();
  let renames = 0;
  const late = new Home(
    home,
    intercepted(disk, (name, go) => {
      renames += name === "rename" ? 1 : 0;
      // Between judging the old owner dead and burying it, somebody else does both and takes the lock.
      if (name === "rename" && renames === 2) acquireLock(fresh, 100);
      return go();
    }),
    machines.start(),
  );
  expect(() => acquireLock(late, 100)).toThrow(`process ${fresh.machine.pid}`);
  expect(renames).toBeGreaterThan(2);
  expect(disk.readdir(`${home}/lock`).map(parseOwner)[0]?.pid).toBe(fresh.machine.pid);
});

test("a lock whose release failed does not stop its own process", () => {
  const { disk, process } = place();
  const one = process();
  const lock = acquireLock(one, 100);
  const files = intercepted(disk, (name, go) => {
    if (name === "rename") throw failure("EIO");
    return go();
  });
  releaseLock(new Home(home, files, one.machine), lock);
  expect(isLocked(one)).toBe(true);
  acquireLock(one, 100);
});

test("an owner's name is read back; other names are no owner's", () => {
  const owner = thisOwner(new FakeMachine().start());
  expect(parseOwner(ownerName(owner))).toEqual(owner);
  for (const name of ["", "o.1.2", "x", `${ownerName(owner)}/..`])
    expect(parseOwner(name)).toBeNull();
});
