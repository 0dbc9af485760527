import type { Context } from "../../src/context.ts";
import type { Receipt } from "../../src/domain/history/audit-event.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import type { Store } from "../../src/store/store.ts";
import { home, openBooks } from "../store/books.ts";
import { type Answer, answersOf, mayBeUnknown } from "./answers.ts";
import type { FakeMachine } from "./fake-machine.ts";
import { attempt, limits } from "./judgement.ts";
import { memoryContext } from "./memory-context.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { filesUnder } from "./spoilt-views.ts";

/** Books that were damaged, and what is right. */
export interface Patient {
  readonly disk: MemoryDisk;
  readonly machine: FakeMachine;
  /** The same books without damage. */
  readonly twin: MemoryDisk;
  /** Of the last change, where the journal was cut and nothing else in the home knows what is missing. */
  readonly receipt: Receipt | null;
  /** What the books answered after one line of their journal. */
  after(seq: number): ReadonlyMap<string, Answer>;
}

/** Opens the books on a disk. */
export function opened(disk: MemoryDisk, machine: FakeMachine, warnings: string[] = []): Store {
  const warn = (text: string) => warnings.push(text);
  return openBooks(disk, machine.start(), { limits, waitMs: 0, warn });
}

/** What is right of books without damage. */
interface Truth {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly lines: readonly { readonly seq: number; readonly text: string }[];
  /** What is refused where there are no books. */
  readonly error: string | null;
}

const truths = new WeakMap<MemoryDisk, Truth>();

function truthOf({ twin, machine }: Patient): Truth {
  const store = opened(twin, machine);
  const { value, error } = attempt(() => linesOf(store));
  const truth = truths.get(twin) ?? { answers: answersOf(store), lines: value ?? [], error };
  truths.set(twin, truth);
  return truth;
}

/** What is wrong with what damaged books answer: each answer is right, refused by name, or of the moment that is told. */
export function readingFaults(patient: Patient): string[] {
  const { answers } = truthOf(patient);
  const warnings: string[] = [];
  const found = answersOf(opened(patient.disk, patient.machine, warnings));
  const seq = /as it was after line (\d+)/.exec(warnings.join())?.[1];
  const earlier = seq === undefined ? undefined : patient.after(Number(seq));
  return [...found].flatMap(([question, { text, error }]) => {
    if (text === null) return isToldOf(error) ? [] : [`${question}: ${error}`];
    if (isRight(question, text, answers) || isRight(question, text, earlier)) return [];
    return [`${question}: otherwise, told ${warnings.length}: ${text.slice(0, 60)}`];
  });
}

/** What is open need not be known: that only costs time. */
function isRight(question: string, text: string, books: ReadonlyMap<string, Answer> | undefined) {
  const right = books?.get(question)?.text;
  const isUnknown = question === mayBeUnknown && (text === "null" || right === "null");
  return text === right || (books !== undefined && isUnknown);
}

/** What is wrong with the proof of damaged books, where need be with the receipt of their last change. */
export function proofFaults(patient: Patient): string[] {
  const { value, error } = attempt(() =>
    opened(patient.disk, patient.machine).verify(patient.receipt),
  );
  if (error !== null) return isFit(error, patient) ? [] : [`verify: ${error}`];
  return value?.problems.some((problem) => /journal|names line/.test(problem))
    ? []
    : ["verify finds no damage in the journal"];
}

/** Whether a refusal names the damage, or is that of a folder without books where there are none. */
function isFit(error: string, patient: Patient): boolean {
  return isToldOf(error) || error === truthOf(patient).error;
}

/** What is wrong with the history of damaged books: each line told is true, each that is not told is named. */
export function historyFaults(patient: Patient): string[] {
  const warnings: string[] = [];
  const { value, error } = attempt(() => linesOf(opened(patient.disk, patient.machine, warnings)));
  if (error !== null || value === null)
    return isFit(error ?? "", patient) ? [] : [`audit: ${error}`];
  const { lines } = truthOf(patient);
  const told = warnings.join("; ");
  const named = numbersIn(told);
  const newest = value[0]?.seq ?? 0;
  // Behind the last line that is told there is nothing that could say how many there were.
  const isNamed = (seq: number) =>
    named.some(([from, to]) => from <= seq && (seq <= to || newest < from));
  // Of two journals that were mixed, who has no views.json cannot say which is the household's.
  const isMixed = /does not (follow|hold) line/.test(told);
  const isTrue = (text: string) => lines.some((line) => line.text === text);
  const isThere = (seq: number) => value.some((line) => line.seq === seq);
  return [
    ...value.flatMap(({ seq, text }, at) => [
      ...(isTrue(text) || isMixed ? [] : [`audit tells a false line ${seq}, and said: ${told}`]),
      ...(seq < (value[at - 1]?.seq ?? Number.POSITIVE_INFINITY) ? [] : [`audit goes up: ${seq}`]),
    ]),
    ...lines
      .filter(({ seq }) => !isThere(seq) && !isNamed(seq))
      .map(({ seq }) => `audit leaves line ${seq} out, and said: ${told}`),
  ];
}

/** What is wrong with an action on damaged books: it does what it does on whole ones, or refuses and leaves all as it was. */
export async function actionFaults(
  patient: Patient,
  act: (context: Context) => Promise<unknown>,
): Promise<string[]> {
  const { machine } = patient;
  const [disk, twin] = [patient.disk.copy(), patient.twin.copy()];
  const [before, twinBefore] = [contentOf(disk), contentOf(twin)];
  const right = await settled(() => act(memoryContext(twin, machine.start(), 900).context));
  const { context, heard } = memoryContext(disk, machine.start(), 900);
  const found = await settled(() => act(context));
  if (found === null) {
    if (right !== null) return [`done, though refused on whole books: ${right}`];
    const after = { ...patient, disk, twin, after: () => new Map() };
    return readingFaults(after).map((why) => `done, then ${why}`);
  }
  const isTold = isToldOf(found) || /damaged|missing/.test(heard.err);
  return [
    ...(isTold || found === right ? [] : [found]),
    ...(found.startsWith("bug") ? [found] : []),
    ...(contentOf(disk) === before || contentOf(twin) !== twinBefore
      ? []
      : ["refused, but the home is another now"]),
  ];
}

/** Null where an act was done; else what it was refused with. */
async function settled(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof Refusal ? `${error.code} ${error.message}` : `bug ${String(error)}`;
  }
}

/** Whether a refusal says what is damaged, and where. */
function isToldOf(error: string | null): boolean {
  return /^damaged .*(lines? \d+|\.jsonl|first line)/.test(error ?? "");
}

function linesOf(store: Store): { seq: number; text: string }[] {
  return Array.from(store.newestLines(), ({ edits, ...line }) => ({
    seq: line.seq,
    text: JSON.stringify([line, [...edits]]),
  }));
}

/** The lines that a text names: `line 5`, `lines 3 to 5`. */
function numbersIn(text: string): [from: number, to: number][] {
  return [...text.matchAll(/lines? (\d+)(?: to (\d+))?/g)].map(([, from, to = from]) => [
    Number(from),
    Number(to),
  ]);
}

/** Every file of the books, byte for byte. */
function contentOf(disk: MemoryDisk): string {
  return filesUnder(disk, home)
    .sort()
    .map((name) => `${name} ${disk.bytesOf(`${home}/${name}`).toString("latin1")}`)
    .join("\n");
}
