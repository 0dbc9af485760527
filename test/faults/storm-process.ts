import { writeSync } from "node:fs";
import type { Month } from "../../src/domain/days/calendar.ts";
import { realFiles } from "../../src/store/disk/file-system.ts";
import { realMachine } from "../../src/store/disk/machine.ts";
import {
  confirmation,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
} from "../store/books.ts";

/** What a process of a storm does. */
export type Role = "write" | "read";

/** One process of a storm: writes so many changes and says each one it was told is kept, or reads as often. */
const [home = "", lock = "", role = "", ...rest] = process.argv.slice(2);
const open = () =>
  openBooks(realFiles, realMachine, {
    home,
    isLocking: lock === "locked",
    waitMs: 60_000,
    limits: { lineBytes: 1 << 18, segmentBytes: 20_000 },
  });
const say = (text: string) => writeSync(1, `${text}\n`);

if (role === "write") write(rest[0] ?? "", Number(rest[1]));
else read(Number(rest[0]));

function write(name: string, count: number): void {
  for (let at = 0; at < count; at++) {
    const id = `${name}_${at}`;
    // Two records in one change: a reader must never see one without the other.
    put(
      open(),
      putPayment(payment(id)),
      putConfirmation(confirmation(`${id}_c`, "2026-01-10", id)),
    );
    say(`kept ${id}`);
  }
}

function read(count: number): void {
  for (let at = 0; at < count; at++) {
    const snapshot = lookAt(open());
    const payments = snapshot.all("payments").map(({ id }) => id);
    const month = "2026-01" as Month;
    const paid = snapshot.months("confirmations", month, month).map((each) => each.payment_id);
    if (payments.sort().join() !== paid.sort().join()) say(`half ${payments} ${paid}`);
  }
}
