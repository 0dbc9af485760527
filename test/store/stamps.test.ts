import { describe, expect, test } from "vitest";
import type { Month } from "../../src/domain/days/calendar.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  change,
  confirmation,
  everything,
  home,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
} from "./books.ts";

const shelf = `${home}/stamps/2026.jsonl`;
const january = "2026-01" as Month;
const views = `${home}/views.json`;

function scene() {
  const disk = new MemoryDisk();
  const machine = new FakeMachine();
  const warnings: string[] = [];
  const open = () => openBooks(disk, machine.start(), { warn: (text) => warnings.push(text) });
  open().init();
  put(open(), putPayment(payment("pay_b")));
  for (const day of ["2025-12-10", "2026-01-10", "2026-02-10"]) {
    put(open(), putConfirmation(confirmation(`pc_${day}`, day)));
  }
  return { disk, open, warnings };
}

const all = ["payments pay_b", "pc_2025-12-10", "pc_2026-01-10", "pc_2026-02-10"].map((each) =>
  each.replace(/^pc/, "confirmations pc"),
);

const linesOf = (disk: MemoryDisk, path: string) =>
  disk.bytesOf(path).toString().trim().split("\n");

test("the stamps of a year's months lie on its shelf, and views.json has none of them", () => {
  const { disk } = scene();
  expect(linesOf(disk, shelf)).toEqual([
    expect.stringContaining('{"id":"pay_confirm/2026-01.jsonl","stamp":"'),
    expect.stringContaining('{"id":"pay_confirm/2026-02.jsonl","stamp":"'),
  ]);
  const { views: stamped } = JSON.parse(disk.bytesOf(views).toString());
  expect(Object.keys(stamped)).toEqual([
    "payments/index.jsonl",
    "payments/payments.json",
    "stamps/2025.jsonl",
    "stamps/2026.jsonl",
  ]);
});

describe("a shelf that is not as it was written", () => {
  test.each([
    ["gone", (disk: MemoryDisk) => disk.unlink(shelf)],
    ["empty", (disk: MemoryDisk) => disk.meddle(shelf, Buffer.alloc(0))],
    ["cut", (disk: MemoryDisk) => disk.meddle(shelf, disk.bytesOf(shelf).subarray(0, 40))],
    ["edited", (disk: MemoryDisk) => disk.meddle(shelf, Buffer.from("[]\n"))],
  ])("costs nothing but time, and the next change mends it: %s", (_, spoil) => {
    const { disk, open, warnings } = scene();
    spoil(disk);
    expect(Object.keys(everything(open()))).toEqual(all);
    put(open(), putConfirmation(confirmation("pc_new", "2026-02-20")));
    expect(linesOf(disk, shelf)).toHaveLength(2);
    expect(Object.keys(everything(open()))).toEqual([...all, "confirmations pc_new"]);
    expect(warnings).toEqual([]);
  });

  test("of another year is left alone by a change that needs it not", () => {
    const { disk, open } = scene();
    disk.meddle(`${home}/stamps/2025.jsonl`, Buffer.from("[]\n"));
    put(open(), putConfirmation(confirmation("pc_new", "2026-02-20")));
    expect(disk.bytesOf(`${home}/stamps/2025.jsonl`).toString()).toBe("[]\n");
    expect(Object.keys(everything(open()))).toEqual([...all, "confirmations pc_new"]);
  });
});

test("what was appended to a shelf before a crash is passed over", () => {
  const { disk, open } = scene();
  const before = disk.bytesOf(views);
  put(open(), putConfirmation(confirmation("pc_new", "2026-02-20")));
  disk.meddle(views, before);
  expect(Object.keys(everything(open()))).toEqual([...all, "confirmations pc_new"]);
});

test("a shelf grows with changes only so far", () => {
  const { disk, open } = scene();
  for (let count = 0; count < 150; count++) {
    put(open(), putConfirmation(confirmation(`pc_${count}`, "2026-01-12")));
    expect(linesOf(disk, shelf).length).toBeLessThanOrEqual(70);
  }
  expect(Object.keys(everything(open()))).toHaveLength(all.length + 150);
});

test("a month that is emptied has a stamp no more", () => {
  const { disk, open } = scene();
  const pc = confirmation("pc_2026-02-10", "2026-02-10");
  const gone = { collection: "confirmations", id: pc.id, before: pc, after: null } as const;
  put(open(), gone);
  expect(linesOf(disk, shelf).at(-1)).toBe('{"id":"pay_confirm/2026-02.jsonl","stamp":null}');
  expect(Object.keys(everything(open()))).toEqual(all.slice(0, -1));
});

test("what was copied is known by its looks again after one change that read it", () => {
  const { disk, open } = scene();
  const [registry, month] = ["payments/payments.json", "pay_confirm/2026-01.jsonl"];
  for (const view of [registry, month]) {
    disk.meddle(`${home}/${view}`, Buffer.from(disk.bytesOf(`${home}/${view}`)));
  }
  const stamps = () => [
    JSON.parse(disk.bytesOf(views).toString()).views[registry],
    linesOf(disk, shelf).findLast((line) => line.includes(month)),
  ];
  const note = (id: string) =>
    open().commit((snapshot) => {
      snapshot.months("confirmations", january, january);
      return { change: change([putConfirmation(confirmation(id, "2026-02-20"))]), outcome: null };
    });
  const copied = stamps();
  note("pc_new");
  const known = stamps();
  expect(known[0]).not.toBe(copied[0]);
  expect(known[1]).not.toBe(copied[1]);
  note("pc_newer");
  expect(stamps()).toEqual(known);
});
