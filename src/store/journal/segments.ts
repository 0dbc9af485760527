import { type FileLine, fileLines } from "../disk/file-lines.ts";
import type { Home } from "../disk/home.ts";

/** The folder of the journal. */
export const journalFolder = "audit_log";

/** The name of a segment in the home: 1 is `audit_log/000001.jsonl`. */
export function segmentName(segment: number): string {
  return `${journalFolder}/${String(segment).padStart(6, "0")}.jsonl`;
}

/** Where reading a segment ended. */
export interface SegmentEnd {
  /** How many bytes there are. */
  readonly size: number;
  /** Bytes after the last newline: a line torn by a crash, or one being written now. */
  readonly torn: number;
}

/**
 * Reads the lines of a segment from an offset on, up to the size it has when opened or `stop`. Holds one piece of it at a
 * time. Answers null where there is no such segment.
 */
export function* segmentLines(
  home: Home,
  segment: number,
  from: number,
  stop = Number.POSITIVE_INFINITY,
): Generator<FileLine, SegmentEnd | null> {
  const file = home.open(segmentName(segment));
  if (file === null) return null;
  try {
    const size = Math.min(file.size, stop);
    return { size, torn: yield* fileLines(home.files, file.fd, from, size) };
  } finally {
    home.files.close(file.fd);
  }
}

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
