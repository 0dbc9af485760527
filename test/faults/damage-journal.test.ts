import { beforeAll, describe, expect, test } from "vitest";
import { confirm } from "../../src/actions/confirm.ts";
import { editRegistered } from "../../src/actions/edit.ts";
import { undo } from "../../src/actions/undo.ts";
import type { Context } from "../../src/context.ts";
import type { Proof } from "../../src/domain/history/audit-event.ts";
import { readViewsFile } from "../../src/store/views/views-file.ts";
import { openHome } from "../store/books.ts";
import { day } from "../support/a-payment.ts";
import { answersOf } from "./answers.ts";
import {
  actionFaults,
  historyFaults,
  openTruly,
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
import { type Household, keepHousehold, paid } from "./household.ts";
import { removeViews, viewStates } from "./spoilt-views.ts";

let ours: Household;
let whole: Journal;
let others: Journal;
let head: Proof;

beforeAll(async () => {
  ours = await keepHousehold();
  whole = journalOn(ours.disk);
  head = openTruly(ours.disk, ours.machine.start(), () => {}).head();
  others = journalOn((await keepHousehold("theirs")).disk);
});

const places = ["the first line", "a line in the middle", "the last line but one", "the last line"];

describe.each(Object.keys(damages))("a journal with damage: %s", (damage) => {
  test.each(places)("%s: answered right, or refused by name", async (place) => {
    const at = placesIn(whole)[place] ?? { segment: 0, line: 0 };
    const spoilt = damages[damage]?.(whole, at, others) ?? null;
    if (spoilt === null) return;
    const wrong: string[] = [];
    for (const state of Object.keys(viewStates)) {
      const faults = await faultsOf(damagedBooks(spoilt, state), seqAt(whole, at));
      wrong.push(...faults.map((why) => `${state}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

function damagedBooks(spoilt: Journal, state: string): Patient {
  const { machine } = ours;
  const disk = ours.disk.copy();
  viewStates[state]?.(disk, ours);
  putJournal(disk, spoilt);
  const cut = cutAfter(whole, spoilt);
  const known = readViewsFile(openHome(disk, machine.start()))?.head.seq ?? 0;
  const isWitnessed = cut === null || cut < known;
  const booksAfter = (seq: number) => {
    const copy = ours.disk.copy();
    putJournal(copy, cutTo(whole, seq));
    removeViews(copy);
    return copy;
  };
  return {
    ...{ disk, machine, receipt: isWitnessed ? null : head },
    twin: isWitnessed ? ours.disk : booksAfter(cut),
    after: (seq) => answersOf(openTruly(booksAfter(seq), machine.start(), () => {})),
  };
}

async function faultsOf(patient: Patient, seq: number): Promise<string[]> {
  const faults = [...readingFaults(patient), ...proofFaults(patient), ...historyFaults(patient)];
  for (const [name, act] of Object.entries(actions(seq))) {
    faults.push(...(await actionFaults(patient, act)).map((why) => `${name}: ${why}`));
  }
  return faults;
}

function actions(seq: number): Record<string, (context: Context) => Promise<unknown>> {
  const [from, on] = [null, day("2026-01-15")];
  return {
    confirm: (context) => confirm(context, { ...paid, payment: "Hydro", cycle: on, on }),
    edit: (context) =>
      editRegistered(context, {
        ...{ payment: "Rent", patch: { notes: "seen" } },
        ...{ from, correct: false, allow_duplicate: false },
      }),
    "undo the last": (context) => undo(context, null),
    "undo the damaged": (context) => undo(context, String(seq)),
    "undo the one before": (context) => undo(context, String(seq - 1)),
    "undo the one after": (context) => undo(context, String(seq + 1)),
  };
}
