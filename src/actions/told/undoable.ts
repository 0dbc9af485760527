import { type AuditEvent, auditEvent } from "../../domain/history/audit-event.ts";
import type { AuditLine } from "../../store/store.ts";
import type { Question } from "../action.ts";
import { wholeNumber } from "../fields.ts";
import { inputOf } from "../input.ts";

/** How many changes are listed where nothing is said. */
export const usualUndoable = 20;

/** Lists the changes that could be taken back, newest first. */
export const undoable: Question<{ readonly limit?: number }, readonly AuditEvent[]> = {
  name: "undo --list",
  effect: "reads",
  input: inputOf({}, { limit: wholeNumber(1, 10_000) }),
  decide({ snapshot, journal }, { limit = usualUndoable }) {
    const events: AuditEvent[] = [];
    if (snapshot.seq === 0) return events;
    for (const line of standingLines(journal.newestLines())) {
      if (events.length === limit) break;
      events.push(auditEvent(line));
    }
    return events;
  },
};

/** The changes that stand: not undone, no undo themselves, and with something to put back. */
export function* standingLines(newest: Iterable<AuditLine>): Generator<AuditLine> {
  const undone = new Set<unknown>();
  for (const line of newest) {
    if (undone.has(line.seq)) continue;
    if (line.action === "undo") undone.add(line.meta["undoes"]);
    else if (!changesNothing(line)) yield line;
  }
}

/** Whether a change has nothing to put back. */
export function changesNothing({ edits }: AuditLine): boolean {
  for (const _ of edits) return false;
  return true;
}
