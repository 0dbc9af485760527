import { edit } from "../../src/actions/owed/edit.ts";
import { confirm } from "../../src/actions/paid/confirm.ts";
import { perform } from "../../src/actions/perform.ts";
import { undo } from "../../src/actions/told/undo.ts";
import type { Context } from "../../src/context.ts";
import type { Receipt } from "../../src/domain/history/audit-event.ts";
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
import { cutAfter, cutTo, type Journal, journalOn, putJournal } from "./damages.ts";
import { type Household, keepHousehold } from "./household.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { removeViews, viewStates } from "./spoilt-views.ts";

/** Whole books, to be damaged copy by copy. */
export interface Ward {
  readonly ours: Household;
  readonly whole: Journal;
  /** The journal of another household that did the same. */
  readonly others: Journal;
  /** Of our last change. */
  readonly head: Receipt;
}

export async function keepWard(): Promise<Ward> {
  const ours = await keepHousehold();
  const { seq, head: hash } = lookAt(opened(ours.disk, ours.machine));
  const others = journalOn((await keepHousehold("theirs")).disk);
  return { ours, whole: journalOn(ours.disk), others, head: { seq, hash } };
}

/** A copy of the books with that journal, their views in that state. */
export function damagedBooks(ward: Ward, spoilt: Journal, state: string): Patient {
  const { ours, whole, head } = ward;
  const { machine } = ours;
  const disk = ours.disk.copy();
  viewStates[state]?.(disk, ours);
  putJournal(disk, spoilt);
  const cut = cutAfter(whole, spoilt);
  const known = readViewsFile(openHome(disk, machine.start()))?.head.seq ?? 0;
  const isWitnessed = cut === null || cut < known;
  return {
    ...{ disk, machine, receipt: isWitnessed ? null : head },
    twin: isWitnessed ? ours.disk : booksAfter(ward, cut),
    after: (seq) => answersOf(opened(booksAfter(ward, seq), machine)),
  };
}

/** The books as they were after a line, without a view. */
export function booksAfter({ ours, whole }: Ward, seq: number): MemoryDisk {
  const disk = ours.disk.copy();
  putJournal(disk, cutTo(whole, seq));
  removeViews(disk);
  return disk;
}

/** What is wrong with what damaged books answer, prove, tell of their past, and do; `seq` is the number of the damaged line. */
export async function faultsOf(patient: Patient, seq: number): Promise<string[]> {
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
