import { expect, test } from "vitest";
import type { Month } from "../../src/domain/days/calendar.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { change, confirmation, lookAt, openBooks, putConfirmation } from "../store/books.ts";

test("a month may hold any number of confirmations", () => {
  const store = openBooks(new MemoryDisk(), new FakeMachine().start());
  store.init();
  const many = Array.from({ length: 150_000 }, (_, at) =>
    putConfirmation(confirmation(`pc_many${at}`, "2027-01-15")),
  );
  store.commit(() => ({ change: change(many), outcome: null }));
  const month = "2027-01" as Month;
  expect(lookAt(store).months("confirmations", month, month)).toHaveLength(many.length);
});
