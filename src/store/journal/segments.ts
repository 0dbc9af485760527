import type { Buffer } from "node:buffer";
import type { Home } from "../disk/home.ts";

/** The folder of the journal. */
export const journalFolder = "audit_log";

/** The name of a segment in the home: 1 is `audit_log/000001.jsonl`. */
export function segmentName(segment: number): string {
  return `${journalFolder}/${String(segment).padStart(6, "0")}.jsonl`;
}

/** A whole line of a segment. */
export interface SegmentLine {
  /** Without its newline. */
  readonly bytes: Buffer;
  /** The offset in the segment just after its newline. */
  readonly end: number;
}

/** The whole lines of a segment, or of the part of it that begins at an offset. */
export function* segmentLines(content: Buffer | null, offset = 0): Generator<SegmentLine> {
  if (content === null) return;
  for (let start = 0; ; ) {
    const end = content.indexOf(newline, start);
    if (end < 0) return;
    yield { bytes: content.subarray(start, end), end: offset + end + 1 };
    start = end + 1;
  }
}

/** What follows the last newline: a line torn by a crash, or one being written now. */
export function tornEnd(content: Buffer): Buffer {
  return content.subarray(content.lastIndexOf(newline) + 1);
}

const newline = 10;

/**
 * The next segment after one; null where there is none. Only a thorough look finds one behind a gap: it reads the folder.
 */
export function laterSegment(home: Home, segment: number, isThorough: boolean): number | null {
  if (!isThorough) return home.facts(segmentName(segment + 1)) === null ? null : segment + 1;
  const later = segmentsHeld(home).filter((each) => each > segment);
  return later[0] ?? null;
}

/** How many bytes a segment has; null where there is none. */
export function segmentSize(home: Home, segment: number): number | null {
  return home.facts(segmentName(segment))?.size ?? null;
}

/** The numbers of the segments that are there, in order. */
export function segmentsHeld(home: Home): number[] {
  return home
    .list(journalFolder)
    .flatMap((name) => /^(\d{6,})\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
}

/** The segment that holds a line of that number: the last one whose first line is not after it. */
export function segmentWith(home: Home, seq: number): number {
  const held = segmentsHeld(home);
  let [low, high] = [0, held.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstSeq(home, held[middle] ?? 1) <= seq) low = middle;
    else high = middle - 1;
  }
  return held[low] ?? 1;
}

/** The number that the first line of a segment says it has. */
function firstSeq(home: Home, segment: number): number {
  const opening = home.readPart(segmentName(segment), 0, 40)?.toString("latin1") ?? "";
  return Number(/^\{"v":\d+,"seq":(\d+),/.exec(opening)?.[1] ?? 0);
}
