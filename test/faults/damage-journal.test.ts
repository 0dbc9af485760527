import { beforeAll, describe, expect, test } from "vitest";
import { edit } from "../../src/actions/owed/edit.ts";
import { confirm } from "../../src/actions/paid/confirm.ts";
import { perform } from "../../src/actions/perform.ts";
import { note } from "../../src/actions/told/note.ts";
import { undo } from "../../src/actions/told/undo.ts";
import type { Context } from "../../src/context.ts";
import type { Receipt } from "../../src/domain/history/audit-event.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { readViewsFile } from "../../src/store/views/views-file.ts";
import { lookAt, openHome } from "../store/books.ts";
import { answersOf } from "./answers.ts";
import {
  actionFaults,
  historyFaults,
  opened,
  type Patient,
  proofFaults,
  readingFaults,
} from "./damage-judgement.ts";
import {
  cutAfter,
  cutTo,
  damages,
  type Journal,
  journalOn,
  placesIn,
  putJournal,
  seqAt,
} from "./damages.ts";
import { type Household, keepHousehold } from "./household.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { removeViews, viewStates } from "./spoilt-views.ts";

let ours: Household;
let whole: Journal;
let others: Journal;
let head: Receipt;
let cases = 0;

beforeAll(async () => {
  ours = await keepHousehold();
  whole = journalOn(ours.disk);
  const { seq, head: hash } = lookAt(opened(ours.disk, ours.machine));
  head = { seq, hash };
  others = journalOn((await keepHousehold("theirs")).disk);
});

const places = ["the first line", "a line in the middle", "the last line but one", "the last line"];

describe.each(Object.keys(damages))("a journal with damage: %s", (damage) => {
  test.each(places)("%s: answered right, or refused by name", async (place) => {
    const at = placesIn(whole)[place] ?? { segment: 0, line: 0 };
    const spoilt = damages[damage]?.(whole, at, others) ?? null;
    if (spoilt === null) return;
    const wrong: string[] = [];
    cases += Object.keys(viewStates).length;
    for (const state of Object.keys(viewStates)) {
      const faults = await faultsOf(damagedBooks(spoilt, state), seqAt(whole, at));
      wrong.push(...faults.map((why) => `${state}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

test("those were more than six hundred cases", () => {
  expect(cases).toBeGreaterThan(600);
});

test("the judge finds books that lost changes without a word", async () => {
  const disk = booksAfter(12);
  const found = await faultsOf({ ...damagedBooks(whole, "good"), disk, receipt: null }, 13);
  for (const fault of [
    /^all payments: otherwise/,
    /^verify finds no damage/,
    /^audit leaves line 19 out/,
    /^confirm: done, then all confirmations: otherwise/,
    /^undo the one before: done, then/,
  ]) {
    expect(found).toContainEqual(expect.stringMatching(fault));
  }
});

test("the judge finds a refused change that left something behind", async () => {
  const patient = damagedBooks(whole, "good");
  let calls = 0;
  const found = await actionFaults(patient, async (context) => {
    // First it is done on the whole books.
    calls += 1;
    if (calls === 2) await perform(context, note, { text: "left behind" });
    throw new Refusal("damaged", "line 3 is damaged", "");
  });
  expect(found).toEqual(["refused, but the home is another now"]);
});

function damagedBooks(spoilt: Journal, state: string): Patient {
  const { machine } = ours;
  const disk = ours.disk.copy();
  viewStates[state]?.(disk, ours);
  putJournal(disk, spoilt);
  const cut = cutAfter(whole, spoilt);
  const known = readViewsFile(openHome(disk, machine.start()))?.head.seq ?? 0;
  const isWitnessed = cut === null || cut < known;
  return {
    ...{ disk, machine, receipt: isWitnessed ? null : head },
    twin: isWitnessed ? ours.disk : booksAfter(cut),
    after: (seq) => answersOf(opened(booksAfter(seq), ours.machine)),
  };
}

/** The books as they were after a line, without a view. */
function booksAfter(seq: number): MemoryDisk {
  const disk = ours.disk.copy();
  putJournal(disk, cutTo(whole, seq));
  removeViews(disk);
  return disk;
}

async function faultsOf(patient: Patient, seq: number): Promise<string[]> {
  const faults = [...readingFaults(patient), ...proofFaults(patient), ...historyFaults(patient)];
  for (const [name, act] of Object.entries(actions(seq))) {
    faults.push(...(await actionFaults(patient, act)).map((why) => `${name}: ${why}`));
  }
  return faults;
}

function actions(seq: number): Record<string, (context: Context) => Promise<unknown>> {
  const cycle = "2026-01-15";
  const undoing = (change: number) => (context: Context) =>
    perform(context, undo, { change: String(change) });
  return {
    confirm: (context) => perform(context, confirm, { payment: "Hydro", cycle, on: cycle }),
    edit: (context) => perform(context, edit, { payment: "Rent", notes: "seen" }),
    "undo the last": (context) => perform(context, undo, {}),
    "undo the damaged": undoing(seq),
    "undo the one before": undoing(seq - 1),
    "undo the one after": undoing(seq + 1),
  };
}
