import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayMean } from "../../src/domain/registry/find-payment.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  change,
  confirmation,
  home,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
} from "./books.ts";

const index = `${home}/lookups/names.jsonl`;
const registry = `${home}/payments/payments.json`;

function scene(...names: string[]) {
  const disk = new MemoryDisk();
  const machine = new FakeMachine();
  const open = () => openBooks(disk, machine.start());
  open().init();
  const payments = names.map((name, at) => ({ ...payment(`pay_${at}`), name }));
  if (names.length > 0) put(open(), ...payments.map((each) => putPayment(each)));
  return { disk, open, payments };
}

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "Hydro",
    "hydro québec",
    "Loyer",
    "水道料金",
    'He said "\\"',
    "é",
    "ß",
    "İ",
    "bill",
    " ",
    "\u0301",
  ),
);

test("what a text may mean is found in the index, and each record where the index says", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), name, (names, text) => {
      const { open, payments } = scene(...names);
      const snapshot = lookAt(open());
      const near = snapshot.paymentNames(text).map(({ id }) => id);
      const meant = payments.filter((each) => mayMean(each, text)).map(({ id }) => id);
      expect(near).toEqual(expect.arrayContaining(meant));
      expect(snapshot.paymentNames()).toMatchObject(
        payments.map(({ id, name: called, kind }) => ({ id, name: called, kind })),
      );
      for (const each of payments) expect(snapshot.get("payments", each.id)).toEqual(each);
      expect(snapshot.get("payments", "pay_")).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("nothing is meant by a text of which nothing is compared", () => {
  const { open } = scene("Hydro", "Rent");
  for (const text of ["", " ", "\u0301"]) {
    expect(lookAt(open()).paymentNames(text)).toEqual([]);
  }
});

describe("an index that is not as it was written", () => {
  test.each([
    ["gone", (disk: MemoryDisk) => disk.unlink(index)],
    ["cut", (disk: MemoryDisk) => disk.meddle(index, disk.bytesOf(index).subarray(0, 50))],
    ["edited", (disk: MemoryDisk) => disk.meddle(index, Buffer.from('{"id":"pay_9"}\n'))],
  ])("is not used, and the next change mends it: %s", (_, spoil) => {
    const { disk, open } = scene("Hydro", "Rent");
    const good = disk.bytesOf(index);
    spoil(disk);
    const names = () =>
      lookAt(open())
        .paymentNames()
        .map((each) => each.name);
    expect(names()).toEqual(["Hydro", "Rent"]);
    expect(lookAt(open()).get("payments", "pay_1")?.name).toBe("Rent");
    open().commit((snapshot) => {
      snapshot.paymentNames();
      const edit = putConfirmation(confirmation("pc_1", "2026-01-10", "pay_0"));
      return { change: change([edit]), outcome: null };
    });
    expect(disk.bytesOf(index)).toEqual(good);
    expect(names()).toEqual(["Hydro", "Rent"]);
  });

  test("nor where the registry itself was edited", () => {
    const { disk, open } = scene("Hydro", "Rent");
    disk.meddle(registry, Buffer.from(disk.bytesOf(registry).toString().replace("Rent", "Tent")));
    expect(lookAt(open()).get("payments", "pay_1")?.name).toBe("Rent");
  });
});

test("what the journal knows better than the index is found", () => {
  const { disk, open } = scene("Hydro", "Rent");
  const [views, listed, kept] = [`${home}/views.json`, index, registry].map((path) =>
    disk.bytesOf(path),
  );
  put(open(), putPayment({ ...payment("pay_2"), name: "Water" }));
  disk.meddle(`${home}/views.json`, views ?? Buffer.alloc(0));
  disk.meddle(index, listed ?? Buffer.alloc(0));
  disk.meddle(registry, kept ?? Buffer.alloc(0));
  const snapshot = lookAt(open());
  expect(snapshot.paymentNames("wat").map((each) => each.name)).toContain("Water");
  expect(snapshot.get("payments", "pay_2")?.name).toBe("Water");
});
