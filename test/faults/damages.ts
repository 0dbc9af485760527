import { home } from "../store/books.ts";
import type { MemoryDisk } from "./memory-disk.ts";

/** The segments of a journal in order, each whole as text; null is one that is gone. */
export type Journal = readonly (string | null)[];

/** A line of a journal: its segment and its place in it, both counted from 0. */
export interface Place {
  readonly segment: number;
  readonly line: number;
}

/** Spoils a journal at a place; null where this cannot be done there. `others` is the journal of another home. */
type Spoil = (journal: Journal, at: Place, others: Journal) => Journal | null;

/** What may happen to a journal. */
export const damages: Readonly<Record<string, Spoil>> = {
  "a digit of an amount": inLine((line) => swapDigit(line, /"amount":"(\d)/g)),
  "the hash": inLine((line) => `${line.slice(0, -20)}#${line.slice(-19)}`),
  "a digit of prev": inLine((line) => swapDigit(line, /"prev":"([0-9a-f])/g)),
  "the number": inLine((line) => swapDigit(line, /^\{"v":1,"seq":(\d)/g)),
  "a quote": inLine((line) => line.replace('"actor"', 'xactor"')),
  "a byte that is no UTF-8": inLine((line) => `${line.slice(0, 40)}\xff${line.slice(41)}`),
  deleted: inLines((lines, at) => lines.toSpliced(at, 1)),
  doubled: inLines((lines, at) => lines.toSpliced(at, 0, lines[at] ?? "")),
  "doubled at the end": (journal, at, others) =>
    // What stands behind a seal counts for nothing.
    at.segment === journal.length - 1 ? doubleAtEnd(journal, at, others) : null,
  swapped: inLines((lines, at) =>
    at < lines.length - 1 ? lines.toSpliced(at, 2, lines[at + 1] ?? "", lines[at] ?? "") : null,
  ),
  "cut, its newline kept": inLine((line) => line.slice(0, line.length >> 1)),
  "cut, and its newline": inLines((lines, at) => {
    const [line = "", next = ""] = lines.slice(at, at + 2);
    return at < lines.length - 1
      ? lines.toSpliced(at, 2, line.slice(0, line.length >> 1) + next)
      : null;
  }),
  "the file cut there": (journal, { segment, line }) => {
    const lines = linesOf(journal[segment] ?? "");
    const cut = (lines[line] ?? "").slice(0, -30);
    const text = [...lines.slice(0, line), cut].join("\n");
    return journal.map((each, at) => (at === segment ? text : each)).slice(0, segment + 1);
  },
  "another home's segment": (journal, { segment }, others) =>
    journal.toSpliced(segment, 1, others[segment] ?? null),
  "the segment gone": (journal, { segment }) => journal.toSpliced(segment, 1, null),
  "the seal lost": (journal, { segment }) =>
    segment < journal.length - 1
      ? journal.map((text, at) =>
          at === segment && text !== null ? textOf(linesOf(text).slice(0, -1)) : text,
        )
      : null,
};

/** Where the lines are that a damage is tried on. */
export function placesIn(journal: Journal): Readonly<Record<string, Place>> {
  const places = everyPlace(journal);
  const at = (index: number): Place => places.at(index) ?? { segment: 0, line: 0 };
  return {
    "the first line": at(0),
    "a line in the middle": at(places.length >> 1),
    "the last line but one": at(-2),
    "the last line": at(-1),
  };
}

/** Every line but the seals. */
export function everyPlace(journal: Journal): readonly Place[] {
  return journal.flatMap((text, segment) =>
    linesOf(text ?? "").flatMap((content, line) =>
      content.includes('"seal":true') ? [] : [{ segment, line }],
    ),
  );
}

/** The journal on a disk. */
export function journalOn(disk: MemoryDisk): Journal {
  return disk
    .readdir(`${home}/audit_log`)
    .sort()
    .map((name) => disk.bytesOf(`${home}/audit_log/${name}`).toString("latin1"));
}

/** Puts a spoilt journal in place of the one on a disk. */
export function putJournal(disk: MemoryDisk, journal: Journal): void {
  const names = disk.readdir(`${home}/audit_log`).sort();
  for (const [at, name] of names.entries()) {
    const path = `${home}/audit_log/${name}`;
    const text = journal[at] ?? null;
    if (text === null) disk.unlink(path);
    else disk.meddle(path, Buffer.from(text, "latin1"));
  }
}

/** The number of the last line that is left of a journal that was only cut; null where it was spoilt otherwise. */
export function cutAfter(whole: Journal, spoilt: Journal): number | null {
  const last = spoilt.findLastIndex((text) => text !== null);
  const after = spoilt
    .slice(0, last + 1)
    .map((text) => text ?? "gone")
    .join("");
  if (!whole.join("").startsWith(after)) return null;
  return linesOf(after).length;
}

/** A journal as it was after one of its lines. */
export function cutTo(whole: Journal, seq: number): Journal {
  let left = seq;
  return whole.map((text) => {
    const lines = linesOf(text ?? "").slice(0, left);
    left -= lines.length;
    return lines.length === 0 ? null : textOf(lines);
  });
}

/** The number of the line at a place. */
export function seqAt(whole: Journal, { segment, line }: Place): number {
  const before = whole.slice(0, segment).map((text) => linesOf(text ?? "").length);
  return before.reduce((sum, count) => sum + count, line + 1);
}

function inLine(spoil: (line: string) => string): Spoil {
  return inLines((lines, at) => lines.toSpliced(at, 1, spoil(lines[at] ?? "")));
}

function inLines(spoil: (lines: string[], at: number) => string[] | null): Spoil {
  return (journal, { segment, line }) => {
    const lines = spoil(linesOf(journal[segment] ?? ""), line);
    return lines && journal.toSpliced(segment, 1, textOf(lines));
  };
}

const doubleAtEnd = inLines((lines, at) =>
  at < lines.length - 1 ? [...lines, lines[at] ?? ""] : null,
);

/** The last digit that a pattern finds is made another; the first of the line's instant where it finds none. */
function swapDigit(line: string, pattern: RegExp): string {
  const found = [...line.matchAll(pattern)].at(-1) ?? /"ts":"(\d)/.exec(line);
  if (found === null) throw new Error(`no digit in ${line}`);
  const at = found.index + found[0].length - 1;
  return `${line.slice(0, at)}${line[at] === "9" ? "8" : "9"}${line.slice(at + 1)}`;
}

function linesOf(text: string): string[] {
  return text.split("\n").slice(0, -1);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
