import { openToRead, readAt, readWhole } from "../disk/file-reading.ts";
import { type HomeFolder, inHome } from "../disk/home-folder.ts";
import { type JournalLine, linksOf, type Place } from "./journal-line.ts";
import { segmentName } from "./segment-lines.ts";

/** A line that holds, met on the way back from the head. */
export interface BackLine {
  /** Without its newline. */
  readonly bytes: Buffer;
  readonly place: LinePlace;
}

/** Where a line lies. */
export interface LinePlace {
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * Walks the chain back from a place, line by line, following each one's `prev`; a segment is read when it is come
 * to. With `isSkipping` only the last part of a long change is met. Proves nothing: hashes are compared, not
 * computed. Ends early where a line is not to be found.
 */
export function* linesBack(home: HomeFolder, from: Place, isSkipping = false): Generator<BackLine> {
  let at: Place | null = from;
  while (at !== null && at.segment > 0) at = yield* segmentBack(home, at, isSkipping);
}

/** The same within one segment; answers where to go on. */
function* segmentBack(
  home: HomeFolder,
  { hash, segment, offset }: Place,
  isSkipping: boolean,
): Generator<BackLine, Place> {
  const content = readWhole(home, inHome(home, segmentName(segment)))?.bytes ?? Buffer.alloc(0);
  let wanted = hash;
  for (const { start, bytes } of backwards(content.subarray(0, offset))) {
    const links = linksOf(bytes);
    if (links?.hash !== wanted) continue;
    yield { bytes, place: { segment, offset: start, length: bytes.length } };
    wanted = links.prev;
    if (isSkipping && links.before !== null && isBefore(links.before, { segment, offset: start })) {
      return links.before;
    }
  }
  return { hash: wanted, segment: segment - 1, offset: Number.POSITIVE_INFINITY };
}

function isBefore(one: Place, other: Pick<Place, "segment" | "offset">): boolean {
  return (
    one.segment < other.segment || (one.segment === other.segment && one.offset <= other.offset)
  );
}

/** Reads one line whose place is known. */
export function lineAtPlace(home: HomeFolder, { segment, offset, length }: LinePlace): JournalLine {
  const fd = openToRead(home, inHome(home, segmentName(segment)));
  if (fd === null) throw new Error(`${segmentName(segment)} is gone`);
  try {
    return parseLine(readAt(home, fd, offset, length));
  } finally {
    home.files.close(fd);
  }
}

/** Reads a line without proving its hash. */
export function parseLine(bytes: Buffer): JournalLine {
  return JSON.parse(bytes.toString("utf8"));
}

function* backwards(segment: Buffer): Generator<{ start: number; bytes: Buffer }> {
  let end = segment.lastIndexOf(newline);
  while (end > 0) {
    const start = segment.lastIndexOf(newline, end - 1) + 1;
    yield { start, bytes: segment.subarray(start, end) };
    end = start - 1;
  }
}

const newline = 10;
