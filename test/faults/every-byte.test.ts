import { beforeAll, describe, expect, test } from "vitest";
import { keyLookup, namesLookup, openLookup, paidLookup } from "../../src/store/views/layout.ts";
import {
  confirmation,
  home,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
} from "../store/books.ts";
import { answersOf, hydro, someConfirmation } from "./answers.ts";
import { historyFaults, opened, type Patient, readingFaults } from "./damage-judgement.ts";
import { FakeMachine } from "./fake-machine.ts";
import { knownKey } from "./household.ts";
import { attempt, limits, type Scene } from "./judgement.ts";
import { MemoryDisk } from "./memory-disk.ts";

const journal = "audit_log/000001.jsonl";

/** Every kind of view; of the lookups by payment and by key, one. */
const views = [
  "payments/payments.json",
  "pay_confirm/2026-01.jsonl",
  namesLookup,
  openLookup,
  paidLookup(hydro, 2026),
  keyLookup(knownKey),
];

let books: Scene;

beforeAll(() => {
  books = smallBooks();
});

describe.each([journal, ...views, "views.json"])("%s", (name) => {
  test("every byte flipped, its time kept, is detected or does no harm", () => {
    const bytes = books.disk.bytesOf(`${home}/${name}`);
    const wrong: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const patient = spoilt((disk) => disk.rot(`${home}/${name}`, flipped));
      wrong.push(...faultsOf(patient, name).map((why) => `byte ${at}: ${why}`));
    }
    expect(wrong).toEqual([]);
    expect(bytes.length).toBeGreaterThan(50);
  });

  test("cut at every byte, its time changed, it is detected or does no harm", () => {
    const bytes = books.disk.bytesOf(`${home}/${name}`);
    const wrong: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const patient = spoilt((disk) => disk.meddle(`${home}/${name}`, bytes.subarray(0, at)));
      wrong.push(...faultsOf(patient, name).map((why) => `cut ${at}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

test("a receipt tells even where the witness was cut with the journal", () => {
  const { disk, machine } = smallBooks();
  const store = openBooks(disk, machine.start(), { limits });
  const receipt = put(store, putPayment(payment("pay_z")));
  const bytes = disk.bytesOf(`${home}/${journal}`);
  disk.meddle(`${home}/${journal}`, bytes.subarray(0, bytes.lastIndexOf("\n", -2) + 1));
  disk.unlink(`${home}/views.json`);
  expect(store.verify().ok).toBe(true);
  expect(store.verify(receipt)).toMatchObject({ ok: false, problems: [/^the receipt names line/] });
});

test("the judge finds a view that is believed though it was changed", () => {
  const name = "pay_confirm/2026-01.jsonl";
  const changed = String(books.disk.bytesOf(`${home}/${name}`)).replace('"10.00"', '"70.00"');
  // As it would be with a stamp of nothing but size and time: what is on the disk is what was written.
  const disk = books.disk.copy();
  const twin = books.disk.copy();
  put(
    opened(disk, books.machine),
    putConfirmation(
      JSON.parse(changed.split("\n")[0] ?? ""),
      confirmation(someConfirmation, "2026-01-15", hydro),
    ),
  );
  const patient = { ...spoilt(() => {}), disk, twin };
  expect(readingFaults(patient).join()).toContain("all confirmations: otherwise");
  expect(historyFaults(patient).join()).toContain("audit tells a false line");
});

function smallBooks(): Scene {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const store = openBooks(disk, machine.start());
  store.init();
  const edits = [putPayment(payment(hydro))];
  const keyed = { area: "test", action: "keyed", ref_id: null, meta: {}, edits, key: knownKey };
  store.commit(() => ({ change: keyed, outcome: null }));
  put(store, putConfirmation(confirmation(someConfirmation, "2026-01-15", hydro)));
  return { disk, machine };
}

function spoilt(spoil: (disk: MemoryDisk) => void): Patient {
  const { machine, disk: twin } = books;
  const disk = twin.copy();
  spoil(disk);
  return { disk, machine, twin, receipt: null, after: () => answersOf(opened(twin, machine)) };
}

/** What a reader, the history and the proof make of a spoilt file that is neither told nor harmless. */
function faultsOf(patient: Patient, name: string): string[] {
  const faults = [...readingFaults(patient), ...historyFaults(patient)];
  const { value } = attempt(() => opened(patient.disk, patient.machine).verify());
  // Without views.json the proof has one witness less, and the views are made from the journal.
  const isProved = value?.ok === true && name !== "views.json";
  return isProved ? [...faults, "verifies"] : faults;
}
