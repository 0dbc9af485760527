import { expect, test } from "vitest";
import { Home } from "../../src/store/disk/home.ts";
import { type Lock, releaseLock, tryForLock } from "../../src/store/lock/lock.ts";
import { home } from "../store/books.ts";
import { FakeMachine } from "./fake-machine.ts";
import { MemoryDisk } from "./memory-disk.ts";

/** How long each writer of a crowd waited for each of its turns, in milliseconds. */
type Waits = readonly number[];

test.each([0, 40])("sixteen writers, each again after %i ms: none starves", (gapMs) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const waits = crowd({ writers: 16, turns: 60, holdMs: 8, gapMs, seed });
    expect(waits).toHaveLength(16 * 60);
    // A turn of each of the others takes 15 × 8 = 120 ms.
    expect(Math.max(...waits)).toBeLessThan(600);
  }
});

test("where newcomers look at once, one is passed for long", () => {
  const rude = (pause: number) => (pause === 3 ? 0 : pause);
  const waits = crowd({ writers: 16, turns: 60, holdMs: 8, gapMs: 0, seed: 1, pauseOf: rude });
  expect(Math.max(...waits)).toBeGreaterThan(2000);
});

interface Crowd {
  readonly writers: number;
  readonly turns: number;
  readonly holdMs: number;
  /** Between giving the lock up and asking for it again. */
  readonly gapMs: number;
  readonly seed: number;
  /** What a writer makes of the pause that it is told; a broken control makes something else of it. */
  readonly pauseOf?: (pause: number) => number;
}

/** Lets writers contend for one lock in simulated time, and answers how long each turn was waited for. */
function crowd({ writers, turns, holdMs, gapMs, seed, pauseOf = (pause) => pause }: Crowd): Waits {
  const [disk, machines, chance] = [new MemoryDisk(), new FakeMachine(), sequence(seed)];
  disk.mkdir(home);
  const waits: number[] = [];
  const due: { at: number; go: () => void }[] = [];
  let now = 0;
  const later = (milliseconds: number, go: () => void) => due.push({ at: now + milliseconds, go });
  const begin = (left: number) => {
    const books = new Home(home, disk, { ...machines.start(), elapsed: () => now });
    const attempts = tryForLock(books, 60_000);
    const since = now;
    const look = () => {
      const next = attempts.next();
      if (!next.done) later(pauseOf(next.value) * (0.5 + chance()), look);
      else later(holdMs, () => finish(books, next.value));
    };
    const finish = (held: Home, lock: Lock) => {
      waits.push(now - since - holdMs);
      releaseLock(held, lock);
      if (left > 1) later(gapMs, () => begin(left - 1));
    };
    look();
  };
  for (let writer = 0; writer < writers; writer++) begin(turns);
  while (due.length > 0) {
    const first = due.reduce((one, other) => (other.at < one.at ? other : one));
    due.splice(due.indexOf(first), 1);
    now = first.at;
    first.go();
  }
  return waits;
}

/** Numbers from 0 to 1, the same every time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
