import type { Context } from "../context.ts";
import type { Change, Edit } from "../domain/change.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import { type AuditEvent, eventId } from "../domain/history/audit-event.ts";
import { invertEdits, isSameRecord } from "../domain/history/undo.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Snapshot } from "../store/snapshot.ts";
import type { AuditLine } from "../store/store.ts";
import { auditEvent, findLine } from "./audit.ts";
import { changeBooks, openStore, type Receipted } from "./books.ts";

/** A change that was taken back. */
export interface Undone {
  readonly undone: AuditEvent;
  /** How many records are as they were. */
  readonly records: number;
}

/**
 * Takes a change back, as a new change: the last one that is not taken back yet, or the one named.
 * Refuses (`conflict`) where a later change depends on it.
 */
export async function undo(context: Context, text: string | null): Promise<Undone & Receipted> {
  const target = text === null ? lastUndoable(context) : named(context, text);
  const edits = [...target.edits];
  const { seq, hash, area, action, ref_id } = target;
  return changeBooks(context, ({ snapshot }) => {
    refuseDependents(snapshot, target, edits, openStore(context).newestLines());
    return {
      change: {
        area,
        action: "undo",
        ref_id,
        meta: { ...nameIn(target.meta), undoes: seq, event: eventId(hash), action },
        edits: invertEdits(edits),
      },
      outcome: { undone: auditEvent(target), records: edits.length },
    };
  });
}

/** What was changed keeps its name where it is changed back. */
function nameIn({ name }: Change["meta"]): Change["meta"] {
  return typeof name === "string" ? { name } : {};
}

/** Lists the changes that could be taken back, newest first. */
export async function listUndoable(context: Context, limit: number): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  const store = openStore(context);
  if (!store.isHome()) return events;
  for (const line of undoable(store.newestLines())) {
    if (events.length === limit) break;
    events.push(auditEvent(line));
  }
  return events;
}

function lastUndoable(context: Context): AuditLine {
  const store = openStore(context);
  if (store.isHome()) {
    // Past a damaged line it would be an older change than the one meant.
    for (const line of undoable(store.newestLines({ isWhole: true }))) return line;
  }
  throw new Refusal(
    "not-found",
    "there is nothing to undo",
    "See what was done, and undone: valhalla audit",
  );
}

function named(context: Context, text: string): AuditLine {
  const line = findLine(openStore(context).newestLines(), text);
  if (isEmpty(line.edits)) {
    throw new Refusal(
      "not-allowed",
      `${line.id} changed no record`,
      "See what can be undone: valhalla undo --list",
    );
  }
  for (const { id, seq, action, meta } of openStore(context).newestLines()) {
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

/** The changes that stand: not undone, no undo themselves, and with something to put back. */
function* undoable(newest: Iterable<AuditLine>): Generator<AuditLine> {
  const undone = new Set<unknown>();
  for (const line of newest) {
    if (undone.has(line.seq)) continue;
    if (line.action === "undo") undone.add(line.meta["undoes"]);
    else if (!isEmpty(line.edits)) yield line;
  }
}

function isEmpty(edits: Iterable<Edit>): boolean {
  for (const _ of edits) return false;
  return true;
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
    const orphan = snapshot.confirmationsOf(id).find((each) => !removed.has(each.id));
    if (orphan !== undefined) throw orphaned(orphan, laterLine(newest, target, ofOrphan(orphan)));
  }
}

const ofOrphan = ({ id }: Confirmation): Place => ({ collection: "confirmations", id });

function orphaned({ id }: Confirmation, later: AuditLine | null): Refusal {
  return new Refusal("conflict", `${id} is for the payment that would go`, undoFirst(later));
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
