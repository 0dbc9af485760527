import { describe, expect, test } from "vitest";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  chainProblems,
  confirmation,
  everything,
  home,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
} from "./books.ts";

const limits = { lineBytes: 900, segmentBytes: 4000 };

/** Books of some changes over two segments, and everything that they hold. */
function scene() {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const open = () => openBooks(disk, machine.start(), { limits });
  open().init();
  for (const id of ["pay_a", "pay_b", "pay_c"]) put(open(), putPayment(payment(id)));
  for (const at of [1, 2, 3])
    put(open(), putConfirmation(confirmation(`pc_${at}`, `2026-0${at}-10`)));
  return { disk, open, whole: everything(open()) };
}

const segments = (disk: MemoryDisk) =>
  disk.readdir(`${home}/audit_log`).map((name) => `${home}/audit_log/${name}`);

/** Changes the line of the journal that holds a text. */
function spoil(disk: MemoryDisk, holding: string, change: (line: string) => string) {
  for (const path of segments(disk)) {
    const lines = disk.bytesOf(path).toString().split("\n");
    const at = lines.findIndex((line) => line.includes(holding));
    if (at < 0) continue;
    lines[at] = change(lines[at] ?? "");
    disk.meddle(path, Buffer.from(lines.filter((line) => line !== "gone").join("\n")));
    return;
  }
  throw new Error(`no line holds ${holding}`);
}

const dropViews = (disk: MemoryDisk) => {
  for (const folder of ["payments", "pay_confirm", "lookups", "lookups/paid"]) {
    for (const name of disk.readdir(`${home}/${folder}`)) {
      if (name.includes(".")) disk.unlink(`${home}/${folder}/${name}`);
    }
  }
  disk.unlink(`${home}/views.json`);
};

test("a home in order has nothing to tell and nothing to repair", () => {
  const { open } = scene();
  expect(open().examine()).toEqual([]);
  expect(open().repair()).toMatchObject({ quarantine: null, done: [] });
});

const damages: [why: string, (disk: MemoryDisk) => void][] = [
  [
    "a digit of a line",
    (disk) =>
      spoil(disk, '"id":"pay_b","before":null', (line) => line.replace('"10.00"', '"90.00"')),
  ],
  ["a line is gone", (disk) => spoil(disk, '"id":"pay_b","before":null', () => "gone")],
  [
    "the last line",
    (disk) => spoil(disk, '"id":"pc_3"', (line) => line.replace('"10.00"', '"90.00"')),
  ],
  ["the last line is gone", (disk) => spoil(disk, '"id":"pc_3"', () => "gone")],
  [
    "a line stands twice",
    (disk) => spoil(disk, '"id":"pay_c","before":null', (line) => `${line}\n${line}`),
  ],
  [
    "the first line",
    (disk) => spoil(disk, '"home_id"', (line) => line.replace("home_id", "hame_id")),
  ],
];

describe("a damaged journal is found and bridged, and nothing that proved views held is lost", () => {
  test.each(damages)("%s", (_why, damage) => {
    const { disk, open, whole } = scene();
    damage(disk);
    expect(
      open()
        .examine()
        .map(({ kind }) => kind),
    ).toContain("journal");
    const before = disk.bytesOf(segments(disk)[0] ?? "");
    const repaired = open().repair();
    expect(repaired.faults.length).toBeGreaterThan(0);
    expect(everything(open())).toEqual(whole);
    expect(chainProblems(open())).toEqual([]);
    expect(open().examine()).toEqual([]);
    expect(disk.bytesOf(`${home}/${repaired.quarantine}/audit_log/000001.jsonl`)).toEqual(before);
    put(open(), putPayment(payment("pay_new")));
    expect(Object.keys(everything(open()))).toContain("payments pay_new");
  });

  // That the last line is gone cannot be seen where no views witness it.
  const seen = damages.filter(([why]) => why !== "the last line is gone");
  test.each(seen)(
    "without views what proves is kept, and what is lost is named: %s",
    (_why, damage) => {
      const { disk, open, whole } = scene();
      damage(disk);
      dropViews(disk);
      const repaired = open().repair();
      const left = everything(open());
      for (const [key, record] of Object.entries(left)) expect(whole[key]).toEqual(record);
      expect(Object.keys(whole).length - Object.keys(left).length).toBeLessThanOrEqual(1);
      expect(repaired.faults.length).toBeGreaterThan(0);
      expect(chainProblems(open())).toEqual([]);
      put(open(), putPayment(payment("pay_new")));
      expect(open().examine()).toEqual([]);
    },
  );
});

test("what is damaged after a repair is found again, before the bridge and behind it", () => {
  const { disk, open } = scene();
  damages[0]?.[1](disk);
  open().repair();
  put(open(), putPayment(payment("pay_d")));
  const good = disk.copy();
  for (const holding of ['"id":"pay_c","before":null', '"id":"pay_d"', '"action":"bridge"']) {
    const again = good.copy();
    spoil(again, holding, (line) => line.replace('"ts":"2026', '"ts":"2027'));
    const store = openBooks(again, new FakeMachine().start(), { limits });
    expect(store.verify().ok).toBe(false);
  }
});

test("the segment of another home is set aside", () => {
  const { disk, open, whole } = scene();
  const other = scene().disk;
  const next = `${home}/audit_log/0000${String(segments(disk).length + 1).padStart(2, "0")}.jsonl`;
  const fd = disk.open(next, 0o101 | 0o2000);
  disk.close(fd);
  disk.meddle(next, other.bytesOf(`${home}/audit_log/000001.jsonl`));
  const repaired = open().repair();
  expect(everything(open())).toEqual(whole);
  expect(disk.readdir(`${home}/${repaired.quarantine}/set-aside`)).toHaveLength(1);
  expect(open().examine()).toEqual([]);
});

test("a view changed by hand is made again, and the lock of nobody is cleared", () => {
  const { disk, open, whole } = scene();
  const registry = `${home}/payments/payments.json`;
  disk.meddle(registry, Buffer.from(disk.bytesOf(registry).toString().replace("10.00", "90.00")));
  disk.mkdir(`${home}/lock`);
  disk.close(disk.open(`${home}/lock/whatever`, 0o101));
  expect(
    open()
      .examine()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(["lock", "view", "view"]);
  open().repair();
  expect(everything(open())).toEqual(whole);
  expect(open().examine()).toEqual([]);
});
