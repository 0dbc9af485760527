import type { Edit } from "../../domain/change.ts";
import { eventId } from "../../domain/history/audit-event.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Home } from "../disk/home.ts";
import { examined, type Head, missingBetween } from "./chain.ts";
import { type Batch, decodeLine, type JournalLine } from "./line.ts";
import { LinesBack } from "./lines-back.ts";
import { segmentLines, segmentName, segmentsHeld, segmentWith } from "./segments.ts";
import type { Survey } from "./survey.ts";

/** A change as the journal tells it, proved by its hash. */
export interface AuditLine extends Omit<JournalLine, "edits" | "batch" | "seal"> {
  /** `ev_` and the first 12 hex digits of `hash`. */
  readonly id: string;
  /** Read again each time where the change is a long one, and each line of it proved. */
  readonly edits: Iterable<Edit>;
}

/**
 * All changes, the latest first. Where the chain breaks off, this is told and those behind the break come too; `known` is the
 * number of a line that the journal once had.
 */
export function newestChanges(
  home: Home,
  { broken, settled }: Survey,
  known: number,
  tell: (fault: string) => void,
): Generator<AuditLine> {
  if (broken === null) return changesBack(home, settled, tell);
  tell(broken);
  const { head } = examined(home);
  if (head.seq < known) tell(missingBetween(head.seq, known + 1));
  return changesBack(home, head, tell);
}

/**
 * The changes up to a head, the latest first, reading no more of the journal than is asked for. Seals, torn lines and changes
 * without effect are left out. A damaged line is told to `warn` and passed over.
 */
export function* changesBack(
  home: Home,
  head: Head,
  warn: (text: string) => void,
): Generator<AuditLine> {
  const lines = new LinesBack(home, head, warn);
  for (let line = lines.next(); line !== null; line = lines.next()) {
    const { batch, seal, ...told } = line;
    if (seal || batch?.last === false) continue;
    const edits = batch === undefined ? line.edits : editsOf(home, head, line.hash, batch);
    yield { id: eventId(line.hash), ...told, edits };
    if (batch?.first !== undefined) lines.skipTo(batch.first, batch.id);
  }
}

/** The change that was kept under a key, by the number and the hash of its line. Refuses (`damaged`) where it is not there. */
export function keyedChange(
  home: Home,
  { id: key, seq, hash }: { readonly id: string; readonly seq: number; readonly hash: string },
): AuditLine {
  for (const line of linesFrom(home, seq)) {
    if (line.hash !== hash) continue;
    const { batch: _batch, seal: _seal, ...told } = line;
    return { id: eventId(line.hash), ...told };
  }
  throw new Refusal(
    "damaged",
    `line ${seq}, which was kept under the key ${key}, is damaged`,
    "See what is wrong: valhalla doctor",
  );
}

/** The edits of a change of several lines, read when they are asked for. */
function editsOf(home: Home, head: Head, hash: string, batch: Batch): Iterable<Edit> {
  return { [Symbol.iterator]: () => editsInParts(home, head, hash, batch) };
}

function* editsInParts(home: Home, head: Head, hash: string, batch: Batch): Generator<Edit> {
  const first = batch.first ?? firstOf(home, head, hash, batch.id);
  let part = 1;
  for (const line of linesFrom(home, first)) {
    if (line.batch?.id !== batch.id || line.batch.part !== part) continue;
    yield* line.edits;
    if (line.batch.last) return;
    part += 1;
  }
  throw new Refusal(
    "damaged",
    `a line of the change ${eventId(hash)} is damaged`,
    "See what is wrong: valhalla doctor",
  );
}

/** The number of the first line of a change that release 0.1.0 wrote, whose last line does not name it. */
function firstOf(home: Home, head: Head, hash: string, id: string): number {
  const lines = new LinesBack(home, head, () => {});
  let first = 0;
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (first === 0 && line.hash !== hash) continue;
    if (line.seal) continue;
    if (line.batch?.id !== id) break;
    first = line.seq;
  }
  return first;
}

/** The lines of the files from the segment that holds a number on, those that prove. */
function* linesFrom(home: Home, seq: number): Generator<JournalLine> {
  const start = segmentWith(home, seq);
  for (const segment of segmentsHeld(home).filter((each) => each >= start)) {
    for (const { bytes } of segmentLines(home.read(segmentName(segment)))) {
      const line = decodeLine(bytes);
      if (line !== null) yield line;
    }
  }
}
