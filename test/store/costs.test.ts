import { describe, expect, test } from "vitest";
import { type Month, parseDay } from "../../src/domain/days/calendar.ts";
import type { FileSystem } from "../../src/store/disk/file-system.ts";
import type { Store } from "../../src/store/store.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { intercepted } from "../faults/faulty-files.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  change,
  confirmation,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
  putSetting,
} from "./books.ts";

const january = "2026-01" as Month;

/** Books with so many confirmations behind them, and what a later process costs there. */
function booksOf(history: number) {
  const disk = new MemoryDisk();
  const machine = new FakeMachine();
  const writer = openBooks(disk, machine.start());
  writer.init();
  put(writer, putPayment(payment("pay_b")));
  function* past() {
    for (let at = 0; at < history; at++) {
      const year = 1990 + (at % 30);
      const cycle = parseDay(`${year}-0${1 + (at % 9)}-10`);
      yield putConfirmation({ ...confirmation(`pc_${at}`, cycle), paid_on: cycle });
    }
  }
  if (history > 0) writer.commit(() => ({ change: change(past()), outcome: null }));
  put(writer, putConfirmation(confirmation("pc_last", "2026-01-10")));
  return (act: (store: Store) => unknown) => {
    const costs = { syncs: 0, opens: 0, bytes: 0, calls: 0 };
    const count: FileSystem = intercepted(disk, (name, go) => {
      const result = go();
      costs.calls += 1;
      if (name === "fsync") costs.syncs += 1;
      if (name === "open") costs.opens += 1;
      if (name === "read") costs.bytes += Number(result);
      return result;
    });
    act(openBooks(count, machine.start()));
    return costs;
  };
}

const ask = (store: Store) => {
  const snapshot = lookAt(store);
  snapshot.settings();
  snapshot.all("payments");
  snapshot.months("confirmations", january, january);
};

describe("a commit syncs", () => {
  const cost = booksOf(0);
  test("once", () => {
    expect(
      cost((store) => put(store, putConfirmation(confirmation("pc_1", "2026-01-11")))),
    ).toMatchObject({ syncs: 1 });
  });
  test("once, a new month or not", () => {
    expect(
      cost((store) => put(store, putConfirmation(confirmation("pc_2", "2026-02-11")))),
    ).toMatchObject({ syncs: 1 });
  });
  test("never when there is nothing to change", () => {
    const noChange = (store: Store) => store.commit(() => ({ change: null, outcome: 1 }));
    expect(cost(noChange)).toMatchObject({ syncs: 0 });
  });
  test("twice more for a setting, which cannot be made again", () => {
    expect(cost((store) => put(store, putSetting("currency", "USD")))).toMatchObject({ syncs: 3 });
  });
});

test("a new segment costs one sync more, a change of many lines two a segment", () => {
  const disk = new MemoryDisk();
  const machine = new FakeMachine();
  const limits = { lineBytes: 1000, segmentBytes: 5000 };
  const syncsOf = (notes: number) => {
    const from = disk.deeds.length;
    const edits = Array.from({ length: notes }, (_, at) => putPayment(payment(`pay_${at}`)));
    put(openBooks(disk, machine.start(), { limits }), ...edits);
    return disk.deeds.slice(from).filter(({ does }) => does === "sync").length;
  };
  openBooks(disk, machine.start(), { limits }).init();
  const singles = Array.from({ length: 30 }, () => syncsOf(1));
  expect(new Set(singles)).toEqual(new Set([1, 2]));
  const segments = () => disk.readdir("/books/audit_log").length;
  const before = segments();
  const syncs = syncsOf(40);
  expect(segments() - before).toBeGreaterThan(3);
  expect(syncs).toBeLessThanOrEqual(2 + 2 * (segments() - before));
});

test("what is opened and read does not grow with history", () => {
  const [young, old] = [booksOf(0), booksOf(3000)];
  expect(old(ask).opens).toBe(young(ask).opens);
  expect(old(ask).opens).toBeLessThanOrEqual(5);
  const paid = (store: Store) => {
    ask(store);
    put(store, putConfirmation(confirmation("pc_new", "2026-01-12")));
  };
  const [youngCost, oldCost] = [young(paid), old(paid)];
  expect(oldCost.opens).toBe(youngCost.opens);
  expect(oldCost.calls).toBe(youngCost.calls);
  // Only the list of views grows, by a line for each month and each year of a payment; it is read once.
  expect(oldCost.bytes - youngCost.bytes).toBeLessThan(30 * 10 * 60);
});

test("the last events are read from the last segment alone", () => {
  const cost = booksOf(3000)((store) => {
    let left = 2;
    for (const _ of store.newestLines()) if (--left === 0) break;
  });
  expect(cost.bytes).toBeLessThan(1_500_000);
});
