import { Buffer } from "node:buffer";
import type { Home } from "../disk/home.ts";
import { type Head, missingBetween } from "./chain.ts";
import { decodeLine, type JournalLine, linksOf } from "./line.ts";
import { type SegmentLine, segmentLines, segmentName, segmentWith } from "./segments.ts";

/**
 * Walks the chain back from a head, following the `prev` of each line; a segment is read when it is come to, and each line is
 * proved. Where the line that is looked for is not there, it says so and goes on with the nearest one before its place.
 */
export class LinesBack {
  private readonly home: Home;
  private readonly warn: (text: string) => void;
  private segment: number;
  /** What is not passed yet of the segment, newlines and all. */
  private bytes: Buffer;
  /** The line that is looked for: its hash and its number, and whether the line that names it was proved. */
  private wanted: { readonly hash: string; readonly seq: number; readonly isSure: boolean };

  constructor(home: Home, head: Head, warn: (text: string) => void) {
    this.home = home;
    this.warn = warn;
    this.wanted = { ...head, isSure: true };
    this.segment = head.segment;
    this.bytes = this.read(head.segment).subarray(0, head.offset);
  }

  /** The next line back; null before the first one. */
  next(): JournalLine | null {
    while (this.wanted.seq > 0) {
      const named = this.wantedLine();
      const bytes = named ?? this.nearestLine();
      if (bytes === null) break;
      const links = linksOf(bytes);
      const line = decodeLine(bytes);
      if (links === null) continue;
      // The number that a damaged line says it has may be the damage.
      const seq = named === null ? links.seq : this.wanted.seq;
      this.wanted = { hash: links.prev, seq: seq - 1, isSure: line !== null };
      if (line !== null) return line;
      this.warn(`line ${seq} is damaged`);
    }
    this.wanted = { ...this.wanted, seq: 0 };
    return null;
  }

  /** Goes on before the first line of a long change, past its other lines; stays where that line is not to be found. */
  skipTo(first: number, batchId: string): void {
    if (first > this.wanted.seq) return;
    const segment = segmentWith(this.home, first);
    const content = segment === this.segment ? this.bytes : this.read(segment);
    const opening = `{"v":1,"seq":${first},`;
    for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at + 1)) {
      const bytes = content.subarray(at, content.indexOf(newline, at));
      const links = linksOf(bytes);
      if (links === null || !bytes.includes(`"batch":{"id":"${batchId}","part":1,`)) continue;
      [this.segment, this.bytes] = [segment, content.subarray(0, at)];
      this.wanted = { hash: links.prev, seq: first - 1, isSure: false };
      return;
    }
  }

  /** The line with the hash that is looked for, in this segment or at the end of the one before. */
  private wantedLine(): Buffer | null {
    const found = this.lineEnding(this.bytes);
    if (found !== null || this.segment === 1) return found;
    const before = this.read(this.segment - 1);
    const last = this.lineEnding(before);
    if (last === null) return null;
    this.segment -= 1;
    return last;
  }

  private lineEnding(content: Buffer): Buffer | null {
    const ending = `"hash":"${this.wanted.hash}"}\n`;
    const at = content.lastIndexOf(ending);
    if (at < 0) return null;
    const start = content.lastIndexOf(newline, at) + 1;
    this.bytes = content.subarray(0, start);
    return content.subarray(start, at + ending.length - 1);
  }

  /**
   * In place of a line that is not there: the one before its place with the largest number; of two, the first. A segment that
   * has another line in just that place is another journal's, and is passed over.
   */
  private nearestLine(): Buffer | null {
    let found = this.nearestIn(this.bytes);
    while (found === null && this.segment > 1) {
      this.segment -= 1;
      this.bytes = this.read(this.segment);
      found = this.nearestIn(this.bytes);
    }
    this.tellMissing(found?.seq ?? 0);
    if (found === null) return null;
    this.bytes = this.bytes.subarray(0, found.end - found.bytes.length - 1);
    return found.bytes;
  }

  private nearestIn(content: Buffer): Placed | null {
    let found: Placed | null = null;
    for (const { bytes, end } of segmentLines(content)) {
      const seq = decodeLine(bytes)?.seq ?? Number.POSITIVE_INFINITY;
      if (seq === this.wanted.seq && this.wanted.isSure) return null;
      if (seq <= this.wanted.seq && seq > (found?.seq ?? 0)) found = { seq, bytes, end };
    }
    return found;
  }

  private tellMissing(nearest: number): void {
    const { seq } = this.wanted;
    this.warn(
      nearest === seq
        ? `line ${seq + 1} does not name the line before it`
        : missingBetween(nearest, seq + 1),
    );
  }

  private read(segment: number): Buffer {
    return this.home.read(segmentName(segment)) ?? Buffer.alloc(0);
  }
}

/** A line of a segment, and its number. */
interface Placed extends SegmentLine {
  readonly seq: number;
}

const newline = 10;
