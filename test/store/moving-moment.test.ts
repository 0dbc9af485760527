import { expect, test } from "vitest";
import type { Month } from "../../src/domain/days/calendar.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  confirmation,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
  putSetting,
} from "./books.ts";

/** A payment and its confirmation in one change: no answer may hold one without the other. */
const pair = (id: string) => [
  putPayment(payment(id)),
  putConfirmation(confirmation(`${id}_c`, "2026-01-10", id)),
];

/** Books of one pair, a snapshot of them not yet read, and a disk whose renames can be made to fail. */
function scene() {
  const disk = new MemoryDisk();
  const machine = new FakeMachine().start();
  const store = openBooks(disk, machine);
  store.init();
  put(store, ...pair("pay_a"));
  const rename = disk.rename.bind(disk);
  let isFailing = false;
  disk.rename = (from, to) => {
    if (isFailing && to.endsWith(".json")) throw Object.assign(new Error("no"), { code: "EIO" });
    rename(from, to);
  };
  return {
    store,
    reader: () => openBooks(disk, machine),
    snapshot: () => lookAt(openBooks(disk, machine)),
    failViews: () => {
      isFailing = true;
    },
  };
}

test("a question that a writer came into is asked again, and has all of the later moment", () => {
  const { store, reader, failViews } = scene();
  let asked = 0;
  const answer = reader().read((snapshot) => {
    asked += 1;
    if (asked === 1) {
      put(store, ...pair("pay_b"));
      failViews();
      put(store, ...pair("pay_c"));
    }
    const month = "2026-01" as Month;
    return {
      payments: snapshot.all("payments").map(({ id }) => id),
      paid: snapshot.months("confirmations", month, month).map((each) => each.payment_id),
    };
  });
  expect(asked).toBe(2);
  expect(answer.payments).toEqual(["pay_a", "pay_b", "pay_c"]);
  expect(answer.paid).toEqual(answer.payments);
});

test("a reader that was told the settings keeps to their moment when they change", () => {
  const { store, snapshot } = scene();
  const seen = snapshot();
  expect(seen.settings().size).toBe(0);
  put(store, ...pair("pay_b"), putSetting("reminder_days", 9));
  expect(seen.all("payments").map(({ id }) => id)).toEqual(["pay_a"]);
  expect(seen.settings().size).toBe(0);
});

test("a reader that was told the months keeps to their moment when there is another", () => {
  const { store, snapshot } = scene();
  const seen = snapshot();
  expect(seen.monthsHeld("confirmations")).toEqual(["2026-01"]);
  put(store, ...pair("pay_b"), putConfirmation(confirmation("pc_new", "2026-02-10", "pay_b")));
  expect(seen.all("payments").map(({ id }) => id)).toEqual(["pay_a"]);
});
