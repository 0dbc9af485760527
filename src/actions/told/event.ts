import type { Edit } from "../../domain/change.ts";
import { type AuditEvent, auditEvent, eventId } from "../../domain/history/audit-event.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { AuditLine } from "../../store/store.ts";
import type { Question } from "../action.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";

/** An event with what it changed. */
export interface ShownEvent extends AuditEvent {
  readonly edits: readonly Edit[];
}

/** Shows one change, by the id of its event or its number. */
export const event: Question<{ readonly change: string }, ShownEvent> = {
  name: "audit show",
  effect: "reads",
  input: inputOf({ change: text }, {}),
  decide({ journal }, { change }) {
    const line = findLine(journal.newestLines(), change);
    return { ...auditEvent(line), edits: [...line.edits] };
  },
};

/** The line of an event's id (or its beginning) or number; refuses (`not-found`) where there is none. */
export function findLine(lines: Iterable<AuditLine>, text: string): AuditLine {
  for (const line of lines) {
    if (String(line.seq) === text) return line;
    if (text.length >= 6 && eventId(line.hash).startsWith(text)) return line;
  }
  throw new Refusal("not-found", `no change "${text}"`, "See them: valhalla audit");
}
