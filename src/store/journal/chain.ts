import type { FileLine } from "../disk/file-lines.ts";
import { type HomeFolder, inHome } from "../disk/home-folder.ts";
import { decodeLine, type JournalLine } from "./journal-line.ts";
import { segmentLines, segmentName } from "./segment-lines.ts";

/** A place in the chain: the last line before it, and where the next one is to be found. */
export interface Head {
  /** 0 before the first line. */
  readonly seq: number;
  readonly hash: string;
  /** Counted from 1. */
  readonly segment: number;
  /** Just after the line; 0 when the line sealed the segment before. */
  readonly offset: number;
}

/** A line that holds: whole, and the successor of the one before. */
export interface Link {
  readonly line: JournalLine;
  /** The chain's head once the line is counted. */
  readonly head: Head;
}

/** Where a walk along the chain ended, and why. */
export interface ChainEnd {
  readonly head: Head;
  /** Bytes of a torn line after the head's segment's last newline. */
  readonly torn: number;
  /** What is wrong where the chain breaks off; null when it simply ends. */
  readonly broken: string | null;
}

/** Before the first line. */
export const origin: Head = { seq: 0, hash: "0".repeat(64), segment: 1, offset: 0 };

/**
 * Walks the chain from a head on and gives every line that holds. A torn line is passed over if the chain goes on
 * after it; so is one that lost a race, a whole line linked to what is no longer the head, and one whose elders,
 * synced together with it, do not hold. Anything else breaks the chain and ends the walk. `until` ends it at a known place.
 */
export function* walkChain(
  home: HomeFolder,
  from: Head,
  until: Head | null = null,
): Generator<Link, ChainEnd> {
  let head = from;
  let suspect = -1;
  for (;;) {
    const { segment } = head;
    const end = yield* walkSegment(home, head, until);
    head = end.head;
    if (end.broken !== null || isReached(head, until)) return end;
    if (head.segment !== segment) continue;
    const next = segmentName(segment + 1);
    if (!hasFile(home, next)) return end;
    // A writer may have sealed it since we looked; a second look that finds nothing means a lost seal.
    if (suspect === head.seq) return broken(head, `line ${head.seq + 1} is missing before ${next}`);
    suspect = head.seq;
  }
}

const isReached = ({ seq }: Head, until: Head | null) => until !== null && seq >= until.seq;

function* walkSegment(home: HomeFolder, from: Head, until: Head | null): Generator<Link, ChainEnd> {
  const stop = until?.segment === from.segment ? until.offset : undefined;
  const name = segmentName(from.segment);
  const reader = linesAfter(home, from, stop);
  let head = from;
  try {
    let next = reader.next();
    for (; !next.done; next = reader.next()) {
      const judged = judge(head, next.value);
      if (typeof judged === "string") return broken(head, `${judged} in ${name}`);
      if (judged === null) continue;
      head = judged.head;
      yield judged;
      if (judged.line.seal) return { head, torn: 0, broken: null };
    }
    if (next.value === null) return broken(head, `${name} does not hold line ${head.seq}`);
    return { head, torn: next.value, broken: null };
  } finally {
    reader.return(null);
  }
}

/** The lines after a head, then how many bytes are torn; null where the segment does not hold the head's line. */
function* linesAfter(
  home: HomeFolder,
  { segment, offset, hash }: Head,
  stop: number | undefined,
): Generator<FileLine, number | null> {
  // The bytes before the offset must be the end of the head's line, or this is another journal.
  const ending = offset === 0 ? "" : `${hash}"}`;
  const start = offset === 0 ? 0 : offset - ending.length - 1;
  const reader = segmentLines(home, inHome(home, segmentName(segment)), start, stop);
  try {
    if (ending !== "") {
      const first = reader.next();
      if (first.done || first.value.bytes.toString("latin1") !== ending) return null;
    }
    const end = yield* reader;
    return end?.torn ?? 0;
  } finally {
    reader.return(null);
  }
}

/** The line as a link; null where it is passed over; what is wrong where it breaks the chain. */
function judge(head: Head, { bytes, end }: FileLine): Link | string | null {
  const line = decodeLine(bytes);
  if (line === null || line.seq <= head.seq) return null;
  const isNext = line.seq === head.seq + 1;
  if (!isNext || line.prev !== head.hash) {
    // With an elder lost on its way to the disk, or void, it was never acknowledged.
    if ((line.since ?? line.seq + 1) <= head.seq + 1) return null;
    return isNext
      ? `line ${line.seq} does not follow line ${head.seq}`
      : `line ${head.seq + 1} is missing or damaged`;
  }
  const place = line.seal
    ? { segment: head.segment + 1, offset: 0 }
    : { segment: head.segment, offset: end };
  return { line, head: { seq: line.seq, hash: line.hash, ...place } };
}

function hasFile(home: HomeFolder, name: string): boolean {
  const reader = segmentLines(home, inHome(home, name), 0, 0);
  return reader.next().value !== null;
}

function broken(head: Head, reason: string): ChainEnd {
  return { head, torn: 0, broken: reason };
}
