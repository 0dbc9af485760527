import { Buffer } from "node:buffer";
import type { Home } from "../disk/home.ts";
import { decodeLine, isBridge, isDamaged, type JournalLine, namesFaults } from "./line.ts";
import { laterSegment, type SegmentLine, segmentLines, segmentName, tornEnd } from "./segments.ts";

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
 * Walks the chain from a head on and gives every line that holds. Passed over are a torn line; a whole line linked to what is
 * no longer the head, which lost a race; one whose forerunners, synced together with it, do not hold; and what a later bridge
 * names as set aside. Anything else breaks the chain and ends the walk. `until` ends it at a known place.
 */
export function* walkChain(
  home: Home,
  from: Head,
  until: Head | null = null,
): Generator<Link, ChainEnd> {
  let bridged: number | null = null;
  if (!isSealHeld(home, from))
    return broken(from, `${segmentName(from.segment - 1)} does not hold line ${from.seq}`);
  return yield* walk(home, from, until, (_fault, { seq }) => {
    bridged ??= examined(home).bridged;
    return seq < bridged;
  });
}

/** What a walk past all faults found. */
export interface Examined extends ChainEnd {
  /** Everything that is wrong, in order. */
  readonly faults: readonly string[];
  /** The number of the last bridge that names just the faults before it, and how many those are; 0 where there is none. */
  readonly bridged: number;
  readonly excused: number;
}

/** Walks the whole chain past everything that is wrong. */
export function* examineChain(home: Home): Generator<Link, Examined> {
  const faults: string[] = [];
  let [bridged, excused] = [0, 0];
  const chain = walk(home, origin, null, (fault) => faults.push(fault) > 0);
  for (;;) {
    const next = chain.next();
    if (next.done) return { ...next.value, faults, bridged, excused };
    const { line } = next.value;
    if (isBridge(line)) {
      const isTrue = namesFaults(line, faults);
      [bridged, excused] = isTrue ? [line.seq, faults.length] : [0, 0];
    }
    yield next.value;
  }
}

/** Walks the whole chain for what is wrong with it, and where it ends. */
export function examined(home: Home): Examined {
  const chain = examineChain(home);
  let next = chain.next();
  while (!next.done) next = chain.next();
  return next.value;
}

/** Says whether to go on past a fault that was met after a head. */
type IsPassed = (fault: string, head: Head) => boolean;

function* walk(
  home: Home,
  from: Head,
  until: Head | null,
  isPassed: IsPassed,
): Generator<Link, ChainEnd> {
  let head = from;
  let suspect = -1;
  for (;;) {
    const end = yield* walkSegment(home, head, until, isPassed);
    const { segment } = head;
    head = end.head;
    if (end.broken !== null || isReached(head, until)) return end;
    if (head.segment !== segment) continue;
    const next = laterSegment(home, segment, from.seq === 0);
    if (next === null) return end;
    // A writer may have sealed it since we looked; a second look that finds nothing means a lost seal.
    if (suspect !== head.seq) {
      suspect = head.seq;
      continue;
    }
    const fault = `line ${head.seq + 1} is missing before ${segmentName(next)}`;
    if (!isPassed(fault, head)) return { head, torn: 0, broken: fault };
    head = { ...head, segment: next, offset: 0 };
  }
}

const isReached = ({ seq }: Head, until: Head | null) => until !== null && seq >= until.seq;

/** Whether the seal that a head at the beginning of a segment stands for is in the one before. */
function isSealHeld(home: Home, { seq, hash, segment, offset }: Head): boolean {
  if (seq === 0 || offset > 0) return true;
  return home.read(segmentName(segment - 1))?.includes(`${hash}"}\n`) ?? false;
}

function* walkSegment(
  home: Home,
  from: Head,
  until: Head | null,
  isPassed: IsPassed,
): Generator<Link, ChainEnd> {
  const name = segmentName(from.segment);
  const content = contentAfter(home, from, until);
  if (content === null) return broken(from, `${name} does not hold line ${from.seq}`);
  const segment = segmentFrom(from);
  let head = from;
  for (const line of segmentLines(content, from.offset)) {
    const { link, fault } = judge(head, line, segment);
    if (fault !== null && !isPassed(`${fault} in ${name}`, head))
      return broken(head, `${fault} in ${name}`);
    if (link === null) continue;
    ({ head } = link);
    segment.known.set(head.seq, head.hash);
    yield link;
    if (link.line.seal) return { head, torn: 0, broken: null };
  }
  const torn = tornEnd(content);
  const fault = `line ${head.seq + 1} is damaged in ${name}`;
  if (isDamaged(torn, false) && !isPassed(fault, head)) return broken(head, fault);
  return { head, torn: torn.length, broken: null };
}

function broken(head: Head, fault: string): ChainEnd {
  return { head, torn: 0, broken: fault };
}

/** What the segment of a head holds after it, up to a known place; null where it does not hold the line of the head. */
function contentAfter(
  home: Home,
  { segment, offset, hash }: Head,
  until: Head | null,
): Buffer | null {
  const stop = until?.segment === segment ? until.offset : Number.POSITIVE_INFINITY;
  // The bytes before the offset must be the end of the head's line, or this is another journal.
  const ending = offset === 0 ? "" : `${hash}"}\n`;
  const start = offset - ending.length;
  const content = home.readPart(segmentName(segment), start, stop - start) ?? Buffer.alloc(0);
  const isHeld = content.toString("latin1", 0, ending.length) === ending;
  return isHeld ? content.subarray(ending.length) : null;
}

/** What a line of the file is to the chain: the link it is, and what is wrong before or with it. */
interface Judged {
  readonly link: Link | null;
  readonly fault: string | null;
}

/** What a walk knows of the segment it is in: the hashes of its lines by their number, all where the walk began with it. */
interface Segment {
  readonly known: ReadonlyMap<number, string>;
  readonly isWhole: boolean;
}

function segmentFrom({ seq, hash, offset }: Head) {
  const isWhole = offset === 0;
  return { isWhole, known: new Map(isWhole ? [] : [[seq, hash]]) };
}

const passedOver: Judged = { link: null, fault: null };

function judge(head: Head, { bytes, end }: SegmentLine, segment: Segment): Judged {
  const line = decodeLine(bytes);
  const successor = head.seq + 1;
  if (line === null) {
    return isDamaged(bytes, true)
      ? { link: null, fault: `line ${successor} is damaged` }
      : passedOver;
  }
  if (line.seq <= head.seq) return { link: null, fault: faultOfEarlier(line, segment) };
  const isFollowing = line.seq === successor && line.prev === head.hash;
  // With a forerunner lost on its way to the disk, or void, it was never acknowledged.
  if (!isFollowing && (line.since ?? line.seq + 1) <= successor) return passedOver;
  const place = line.seal
    ? { segment: head.segment + 1, offset: 0 }
    : { segment: head.segment, offset: end };
  const link = { line, head: { seq: line.seq, hash: line.hash, ...place } };
  return { link, fault: isFollowing ? null : faultBetween(head.seq, line.seq) };
}

function faultBetween(before: number, seq: number): string {
  return seq === before + 1
    ? `line ${seq} does not follow line ${before}`
    : missingBetween(before, seq);
}

/** Says that the lines between two numbers are not there. */
export function missingBetween(before: number, after: number): string {
  return before + 2 === after
    ? `line ${before + 1} is missing or damaged`
    : `lines ${before + 1} to ${after - 1} are missing or damaged`;
}

/** A line that lost a race has a number that its segment has, and another hash. */
function faultOfEarlier({ seq, hash }: JournalLine, { known, isWhole }: Segment): string | null {
  if (known.get(seq) === hash) return `line ${seq} stands there twice`;
  const [first = Number.POSITIVE_INFINITY] = known.keys();
  return isWhole && seq < first ? `line ${seq} is out of its place` : null;
}
