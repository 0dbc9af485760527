import { type AuditEvent, auditEvent } from "../../domain/history/audit-event.ts";
import type { AuditLine } from "../../store/store.ts";
import type { Question } from "../action.ts";
import { day, text, wholeNumber } from "../fields.ts";
import { inputOf, type ValuesOf } from "../input.ts";

const eventsFields = {
  area: text,
  action: text,
  ref: text,
  actor: text,
  since: day,
  /** 50 where it is not said. */
  limit: wholeNumber(0, 1_000_000),
};

type EventsInput = Partial<ValuesOf<typeof eventsFields>>;

/** How many changes are listed where nothing is said. */
export const usualEvents = 50;

/** Lists changes, newest first, reading no more of the journal than it must. */
export const events: Question<EventsInput, readonly AuditEvent[]> = {
  name: "audit list",
  effect: "reads",
  input: inputOf({}, eventsFields),
  decide({ snapshot, journal }, input) {
    const { since, limit = usualEvents } = input;
    const found: AuditEvent[] = [];
    if (limit === 0 || snapshot.seq === 0) return found;
    for (const line of journal.newestLines()) {
      if (since !== undefined && line.ts.slice(0, 10) < since) break;
      if (isWanted(line, input)) found.push(auditEvent(line));
      if (found.length === limit) break;
    }
    return found;
  },
};

function isWanted(line: AuditLine, { area, action, ref, actor }: EventsInput): boolean {
  return (
    (area === undefined || line.area === area) &&
    (action === undefined || line.action === action) &&
    (ref === undefined || line.ref_id === ref) &&
    (actor === undefined || line.actor === actor)
  );
}
