import { isDeepStrictEqual } from "node:util";
import type { Edit } from "../../src/domain/change.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import {
  applied,
  chainProblems,
  confirmation,
  everything,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
  putSetting,
  putTransaction,
  transaction,
} from "../store/books.ts";
import { FakeMachine } from "./fake-machine.ts";
import { MemoryDisk } from "./memory-disk.ts";

/** Short enough that a few commits rotate the journal, and nine edits are a change of several lines. */
export const limits = { lineBytes: 900, segmentBytes: 4000 };

/** What is in the books before a command. */
export const before = [
  putPayment(payment("pay_b")),
  putConfirmation(confirmation("pc_b", "2026-01-10")),
];

const voided = { ...confirmation("pc_b", "2026-01-10"), voided_at: "2026-01-16T00:00:00.000Z" };

/** What commands do to the books, each in one change. */
export const commands: Readonly<Record<string, Edit[]>> = {
  "confirm, month there": [putConfirmation(confirmation("pc_x", "2026-01-15"))],
  "confirm and post, months new": [
    putConfirmation(confirmation("pc_x", "2026-02-15")),
    putTransaction(transaction("tx_x", "2026-02-15")),
  ],
  void: [putConfirmation(voided, confirmation("pc_b", "2026-01-10"))],
  "edit and set": [
    putPayment(payment("pay_b", "Renamed"), payment("pay_b")),
    putSetting("fx.USD.CAD", "1.37"),
  ],
  "a long one": Array.from({ length: 9 }, (_, at) =>
    putConfirmation(confirmation(`pc_${at}`, "2026-03-01")),
  ),
};

/** A disk with books on it, and the machine it belongs to. */
export interface Scene {
  readonly disk: MemoryDisk;
  readonly machine: FakeMachine;
}

export function sceneBefore(): Scene {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const store = openBooks(disk, machine.start(), { limits });
  store.init();
  put(store, ...before);
  return { disk, machine };
}

/**
 * Holds what is on a disk against what a command said, null when it went well; then the next commands must just
 * work. Answers what is wrong.
 */
export function judge({ disk, machine }: Scene, edits: Edit[], error: string | null): string[] {
  const old = applied({}, before);
  const fresh = applied(old, edits);
  const next = openBooks(disk, machine.start(), { limits });
  const seen = attempt(() => everything(next));
  const isThere = isDeepStrictEqual(seen.value, fresh);
  const more = putPayment(payment("pay_y"));
  const failed = [
    seen.error,
    attempt(() => put(next, more)).error,
    attempt(() => isThere || put(next, ...edits)).error,
  ].find((why) => why !== null);
  const last = attempt(() => everything(next)).value;
  return Object.entries({
    "neither before nor after": !isThere && !isDeepStrictEqual(seen.value, old),
    "acknowledged but not there": error === null && !isThere,
    "there though it said not": error?.includes("nothing was saved") && isThere,
    [`refused with: ${error}`]: error !== null && !/saved|crash|no-home|damaged/.test(error),
    [`the next command: ${failed}`]: failed !== undefined,
    "wrong after the next command": !isDeepStrictEqual(last, applied(fresh, [more])),
    "does not verify": attempt(() => chainProblems(next)).value?.length !== 0,
  }).flatMap(([what, isSo]) => (isSo ? [what] : []));
}

/** What an act answered, or what it was refused with. */
export function attempt<Value>(act: () => Value): { value: Value | null; error: string | null } {
  try {
    return { value: act(), error: null };
  } catch (error) {
    const text = error instanceof Refusal ? `${error.code} ${error.message}` : String(error);
    return { value: null, error: text };
  }
}
