import type { Edit } from "../../domain/change.ts";
import { eventId } from "../../domain/history/audit-event.ts";
import type { HomeFolder } from "../disk/home-folder.ts";
import { type Head, origin } from "./chain.ts";
import type { JournalLine } from "./journal-line.ts";
import { type BackLine, type LinePlace, lineAtPlace, linesBack, parseLine } from "./lines-back.ts";
import { settledLines, surveyChain } from "./survey.ts";

/** A change as the journal tells it. */
export interface AuditLine extends Omit<JournalLine, "edits" | "batch" | "seal"> {
  /** `ev_` and the first 12 hex digits of `hash`. */
  readonly id: string;
  /** Read again each time where the change is a long one. */
  readonly edits: Iterable<Edit>;
}

/** The journal read as history. Seals, torn lines and changes without effect are left out. */
export class JournalReader {
  private readonly home: HomeFolder;
  private readonly head: Head;

  /** Reads up to `head`, which must be a place in the chain. */
  constructor(home: HomeFolder, head: Head) {
    this.home = home;
    this.head = head;
  }

  /** The latest change first, reading no more of the journal than is asked for. Proves no hashes. */
  *newestFirst(): Generator<AuditLine> {
    for (const line of linesBack(this.home, this.head, true)) {
      const event = this.eventOf(parseLine(line.bytes));
      if (event !== null) yield event;
    }
  }

  /** The first change first, each proved by its hash, holding one line at a time. */
  *oldestFirst(): Generator<AuditLine> {
    const survey = surveyChain(this.home, origin, { until: this.head });
    for (const { line } of settledLines(this.home, origin, survey)) {
      const event = this.eventOf(line);
      if (event !== null) yield event;
    }
  }

  private eventOf({ batch, seal, ...line }: JournalLine): AuditLine | null {
    if (seal || batch?.last === false) return null;
    const edits = batch === undefined ? line.edits : this.editsOf(line);
    return { id: eventId(line.hash), ...line, edits };
  }

  /** The edits of a change of several lines, by its last line. */
  private editsOf({ hash }: Pick<JournalLine, "hash">): Iterable<Edit> {
    const { home, head } = this;
    return {
      *[Symbol.iterator]() {
        for (const place of partPlaces(linesBack(home, head), hash)) {
          yield* lineAtPlace(home, place).edits;
        }
      },
    };
  }
}

/** The places of a change's parts, first part first. */
function partPlaces(lines: Iterable<BackLine>, lastHash: string): LinePlace[] {
  const places: LinePlace[] = [];
  for (const { bytes, place } of lines) {
    const line = parseLine(bytes);
    if (places.length === 0 && line.hash !== lastHash) continue;
    if (line.seal) continue;
    places.unshift(place);
    if (line.batch?.part === 1) break;
  }
  return places;
}
