import { Buffer } from "node:buffer";
import type { Change } from "../../domain/change.ts";
import { writeAll } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { hasCode, ioRefusal } from "../disk/io-refusal.ts";
import type { Head } from "./chain.ts";
import { changeParts, type Part } from "./change-parts.ts";
import { type Batch, encodeLine, type LineDraft, tornMark } from "./line.ts";
import { journalFolder, segmentName } from "./segments.ts";
import { surveyChain } from "./survey.ts";

/** How long what is appended may grow. */
export interface Limits {
  /** A change with more edits than this is cut into several lines; in characters of its edits. */
  readonly lineBytes: number;
  /** A segment of the journal is sealed once it is longer. */
  readonly segmentBytes: number;
}

/** The limits where nobody asks for others. */
export const usualLimits: Limits = { lineBytes: 1 << 18, segmentBytes: 1 << 20 };

/** What a line says besides what the change does. */
export interface Signature {
  readonly ts: string;
  readonly actor: string;
}

/** Where to append, and how. */
export interface AppendPlace {
  /** The chain's head, to link to. */
  readonly head: Head;
  /** Bytes after the last newline of its segment. */
  readonly torn: number;
  readonly limits: Limits;
  /** Whether all up to the head is known to be on the disk and not only on its way. */
  readonly isDurable: boolean;
  /** Makes the id of a change of several lines. */
  newBatchId(): string;
}

/**
 * Appends a change to the journal as one line, or several that count only together, and syncs it: the commit point. Refuses
 * (`io`) what was not saved, and says so when it cannot know. Answers the change's last line; null when it found on
 * the way that another writer came first.
 */
export function appendChange(
  home: Home,
  place: AppendPlace,
  change: Change,
  signature: Signature,
): { seq: number; hash: string } | null {
  const appender = new Appender(home, place);
  try {
    return appender.append(change, signature);
  } catch (error) {
    const isUnknown = appender.isWhole;
    throw ioRefusal(
      error,
      isUnknown ? "whether this was saved is unknown, run it again" : "nothing was saved",
    );
  } finally {
    appender.close();
  }
}

class Appender {
  /** Whether the change's last line is all written, so that a failure no longer means it is not there. */
  isWhole = false;
  private readonly home: Home;
  private readonly place: AppendPlace;
  private seq: number;
  private prev: string;
  private segment: number;
  private size: number;
  private fd: number | null = null;
  private isDurable: boolean;
  /** Whether a sealed segment turned out not to hold our lines. */
  private isLost = false;
  /** Up to where our lines are known to hold. */
  private proved: Head;
  /** The first line written since the last sync. */
  private unsynced: number | null = null;

  constructor(home: Home, place: AppendPlace) {
    this.home = home;
    this.place = place;
    this.isDurable = place.isDurable;
    this.proved = place.head;
    ({ seq: this.seq, hash: this.prev, segment: this.segment, offset: this.size } = place.head);
  }

  append(change: Change, signature: Signature): { seq: number; hash: string } | null {
    let batchId: string | null = null;
    let written = { seq: this.seq, hash: this.prev };
    for (const part of changeParts(change.edits, this.place.limits.lineBytes)) {
      if (!part.isLast) batchId ??= this.place.newBatchId();
      written = this.writeLine(
        part,
        draftOf(change, signature, part, this.batchOf(part, batchId)),
        signature,
      );
      if (this.isLost) return null;
    }
    this.sync();
    return written;
  }

  close(): void {
    const { fd } = this;
    this.fd = null;
    try {
      if (fd !== null) this.home.files.close(fd);
    } catch {
      // What was synced stays synced.
    }
  }

  private writeLine(
    part: Part,
    draft: (seq: number, prev: string) => LineDraft,
    signature: Signature,
  ): { seq: number; hash: string } {
    const fd = this.opened();
    const { text, hash } = encodeLine({ ...draft(this.seq + 1, this.prev), ...this.together() });
    const line = Buffer.from(`${text}\n`);
    const written = { seq: this.seq + 1, hash };
    this.write(fd, line, part.isLast);
    this.unsynced ??= written.seq;
    this.seq = written.seq;
    this.prev = hash;
    if (this.size > this.place.limits.segmentBytes) this.seal(fd, signature, part.isLast);
    return written;
  }

  private write(fd: number, bytes: Buffer, isLast: boolean): void {
    const progress = { written: 0 };
    try {
      writeAll(this.home.files, fd, bytes, progress);
    } finally {
      this.isWhole ||= isLast && progress.written === bytes.length;
    }
    this.size += bytes.length;
  }

  /** Closes the segment in the chain itself, so that a late line in the old file can never count. */
  private seal(fd: number, signature: Signature, isLast: boolean): void {
    const seal = encodeLine({
      ...{ ...sealDraft, ...signature, ...this.together() },
      ...{ seq: this.seq + 1, prev: this.prev },
    });
    try {
      this.write(fd, Buffer.from(`${seal.text}\n`), false);
    } catch (error) {
      // The change itself is written; the next one finds a torn line and seals again.
      if (isLast) return;
      throw error;
    }
    this.seq += 1;
    this.prev = seal.hash;
    this.segment += 1;
    this.size = 0;
    if (isLast) return;
    this.home.files.fsync(fd);
    this.unsynced = null;
    this.isDurable = true;
    this.close();
    // A new segment must not be begun on a line that lost a race.
    this.isLost = !surveyChain(this.home, this.proved, { wanted: seal.hash }).isFound;
    this.proved = { seq: this.seq, hash: this.prev, segment: this.segment, offset: 0 };
  }

  private batchOf(part: Part, id: string | null): Batch | null {
    if (id === null) return null;
    const batch = { id, part: part.number, last: part.isLast };
    return part.isLast ? { ...batch, first: this.place.head.seq + 1 } : batch;
  }

  private together(): { since?: number } {
    return this.unsynced === null ? {} : { since: this.unsynced };
  }

  private opened(): number {
    this.fd ??= this.open();
    return this.fd;
  }

  private open(): number {
    const name = segmentName(this.segment);
    if (this.size === 0) this.startSegment(name);
    const fd = this.home.openToAppend(name);
    const isTorn = this.place.torn > 0 && this.segment === this.place.head.segment;
    if (isTorn) writeAll(this.home.files, fd, Buffer.concat([tornMark, Buffer.from("\n")]));
    return fd;
  }

  private startSegment(name: string): void {
    if (this.segment > 1 && !this.isDurable) this.syncSegment(this.segment - 1);
    try {
      this.home.files.close(this.home.create(name));
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
    this.home.syncFolder(journalFolder);
  }

  private syncSegment(segment: number): void {
    const fd = this.home.openToAppend(segmentName(segment));
    try {
      this.home.files.fsync(fd);
    } finally {
      this.home.files.close(fd);
    }
  }

  private sync(): void {
    if (this.fd !== null) this.home.files.fsync(this.fd);
  }
}

function draftOf(change: Change, signature: Signature, part: Part, batch: Batch | null) {
  const { area, action, ref_id, key } = change;
  const meta = part.isLast ? change.meta : {};
  return (seq: number, prev: string): LineDraft => ({
    ...signature,
    ...{ seq, area, action, ref_id, meta, edits: part.edits, prev },
    ...(key !== undefined && part.isLast && { key }),
    ...(batch && { batch }),
  });
}

const sealDraft = {
  area: "journal",
  action: "seal",
  ref_id: null,
  meta: {},
  edits: [],
  seal: true,
} as const;
