import type { Change, Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type AuditEvent, auditEvent, eventId } from "../../domain/history/audit-event.ts";
import { invertEdits, isSameRecord } from "../../domain/history/undo.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Snapshot } from "../../store/snapshot.ts";
import type { AuditLine } from "../../store/store.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { confirmationsOf } from "../evidence.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { findLine } from "./event.ts";
import { changesNothing, standingLines } from "./undoable.ts";

interface UndoInput {
  /** The id or number of an event; the last one that stands where none is named. */
  readonly change?: string;
}

/** A change that was taken back. */
export interface Undone {
  readonly undone: AuditEvent;
  /** How many records are as they were. */
  readonly records: number;
}

/** Takes a change back, as a new change. Refuses (`conflict`) where a later change depends on it. */
export const undo: Deed<UndoInput, Undone> = {
  name: "undo",
  effect: "changes",
  input: inputOf({}, { change: text }),
  decide(books, { change: named }) {
    const { snapshot, journal } = books;
    const target = named === undefined ? lastStanding(books) : lineNamed(books, named);
    const edits = [...target.edits];
    refuseDependents(snapshot, target, edits, journal.newestLines());
    const { seq, hash, area, action, ref_id } = target;
    const meta = { ...nameIn(target.meta), undoes: seq, event: eventId(hash), action };
    return {
      change: { area, action: "undo", ref_id, meta, edits: invertEdits(edits) },
      outcome: { undone: auditEvent(target), records: edits.length },
    };
  },
};

/** What was changed keeps its name where it is changed back. */
function nameIn({ name }: Change["meta"]): Change["meta"] {
  return typeof name === "string" ? { name } : {};
}

function lastStanding({ snapshot, journal }: Books): AuditLine {
  if (snapshot.seq > 0) {
    // Past a damaged line it would be an older change than the one meant.
    for (const line of standingLines(journal.newestLines({ isWhole: true }))) return line;
  }
  throw new Refusal(
    "not-found",
    "there is nothing to undo",
    "See what was done, and undone: valhalla audit",
  );
}

function lineNamed({ journal }: Books, text: string): AuditLine {
  const line = findLine(journal.newestLines(), text);
  if (changesNothing(line)) {
    throw new Refusal(
      "not-allowed",
      `${line.id} changed no record`,
      "See what can be undone: valhalla undo --list",
    );
  }
  for (const { id, seq, action, meta } of journal.newestLines()) {
    if (seq <= line.seq) break;
    if (action === "undo" && meta["undoes"] === line.seq) {
      throw new Refusal(
        "already-done",
        `it is undone already, by ${id}`,
        `To have it again: valhalla undo ${id}`,
      );
    }
  }
  return line;
}

function refuseDependents(
  snapshot: Snapshot,
  target: AuditLine,
  edits: readonly Edit[],
  newest: Iterable<AuditLine>,
): void {
  const current = currentRecords(snapshot);
  // The last edit of a record is the one that still shows.
  const latest = new Map(edits.map((edit) => [`${edit.collection} ${edit.id}`, edit]));
  for (const edit of latest.values()) {
    if (isSameRecord(current(edit), edit.after)) continue;
    throw dependent(edit, laterLine(newest, target, edit));
  }
  const removed = new Set(edits.map(({ id }) => id));
  for (const { collection, id, before } of edits) {
    if (collection !== "payments" || before !== null) continue;
    const orphan = confirmationsOf(snapshot, id).find((each) => !removed.has(each.id));
    if (orphan !== undefined) throw orphaned(orphan, laterLine(newest, target, ofOrphan(orphan)));
  }
}

const ofOrphan = ({ id }: Confirmation): Place => ({ collection: "confirmations", id });

function orphaned({ id }: Confirmation, later: AuditLine | null): Refusal {
  return new Refusal(
    "conflict",
    `${id} belongs to the payment that this would remove`,
    undoFirst(later),
  );
}

/** Looks records up as they are now, reading each month of an import once. */
function currentRecords(snapshot: Snapshot): (edit: Edit) => unknown {
  const settings = snapshot.settings();
  return ({ collection, id }) => {
    if (collection !== "settings") return snapshot.get(collection, id) ?? null;
    const value = settings.get(id);
    return value === undefined ? null : { id, value };
  };
}

type Place = Pick<Edit, "collection" | "id">;

function laterLine(newest: Iterable<AuditLine>, { seq }: AuditLine, edit: Place): AuditLine | null {
  for (const line of newest) {
    if (line.seq <= seq) return null;
    for (const { collection, id } of line.edits) {
      if (collection === edit.collection && id === edit.id) return line;
    }
  }
  return null;
}

function dependent({ id }: Edit, later: AuditLine | null): Refusal {
  const by = later === null ? "" : ` by ${eventId(later.hash)} (${later.action})`;
  return new Refusal("conflict", `${id} was changed again${by}`, undoFirst(later));
}

const undoFirst = (later: AuditLine | null): string =>
  later === null
    ? "See whether the journal is whole: valhalla audit verify"
    : `Undo that first: valhalla undo ${eventId(later.hash)}`;
