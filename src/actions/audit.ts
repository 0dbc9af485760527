import type { Context } from "../context.ts";
import type { Edit } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";
import {
  type AuditEvent,
  eventId,
  type Proof,
  type Verification,
} from "../domain/history/audit-event.ts";
import { Refusal } from "../domain/refusal.ts";
import type { AuditLine } from "../store/store.ts";
import { changeBooks, openStore, type Receipted } from "./books.ts";

/** Which events to list; null takes all. */
export interface AuditInput {
  readonly area: string | null;
  readonly action: string | null;
  readonly ref: string | null;
  readonly actor: string | null;
  readonly since: Day | null;
  readonly limit: number;
}

/** Lists changes, newest first, reading no more of the journal than it must. */
export async function listEvents(context: Context, input: AuditInput): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  const store = openStore(context);
  if (input.limit === 0 || !store.isHome()) return events;
  for (const line of store.newestLines()) {
    if (input.since !== null && line.ts.slice(0, 10) < input.since) break;
    if (isWanted(line, input)) events.push(auditEvent(line));
    if (events.length === input.limit) break;
  }
  return events;
}

/** An event with what it changed. */
export interface ShownEvent extends AuditEvent {
  readonly edits: readonly Edit[];
}

/** Shows one event, by its id or its number. */
export async function showEvent(context: Context, text: string): Promise<ShownEvent> {
  const line = findLine(openStore(context).newestLines(), text);
  return { ...auditEvent(line), edits: [...line.edits] };
}

/** Recomputes the chain of the journal; with a receipt, also whether that change is in it. */
export async function verifyJournal(
  context: Context,
  receipt: Proof | null,
): Promise<Verification> {
  return openStore(context).verify(receipt);
}

/** The journal's head, for keeping elsewhere: whoever has it can later prove what came before. */
export interface Checkpoint {
  readonly seq: number;
  readonly head: string;
}

/** Tells the journal's head. */
export async function checkpoint(context: Context): Promise<Checkpoint> {
  const { seq, hash } = openStore(context).head();
  return { seq, head: hash };
}

export interface Noted {
  readonly note: string;
}

/** Writes a remark into the journal. */
export function addNote(context: Context, note: string): Promise<Noted & Receipted> {
  return changeBooks(context, () => ({
    change: { area: "audit", action: "note", ref_id: null, meta: { note }, edits: [] },
    outcome: { note },
  }));
}

/** The line of an event's id (or its beginning) or number; refuses (`not-found`) where there is none. */
export function findLine(lines: Iterable<AuditLine>, text: string): AuditLine {
  for (const line of lines) {
    if (String(line.seq) === text) return line;
    if (text.length >= 6 && eventId(line.hash).startsWith(text)) return line;
  }
  throw new Refusal("not-found", `no change "${text}"`, "See them: valhalla audit");
}

/** The event of a line of the journal. */
export function auditEvent(line: AuditLine): AuditEvent {
  const { seq, ts, actor, area, action, ref_id, meta, prev, hash } = line;
  return { id: eventId(hash), seq, ts, actor, area, action, ref_id, meta, prev, hash };
}

function isWanted(line: AuditLine, { area, action, ref, actor }: AuditInput): boolean {
  return (
    (area === null || line.area === area) &&
    (action === null || line.action === action) &&
    (ref === null || line.ref_id === ref) &&
    (actor === null || line.actor === actor)
  );
}
