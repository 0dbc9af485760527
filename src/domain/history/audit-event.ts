import { Refusal } from "../refusal.ts";

/** One change as the journal tells it, without its edits. */
export interface AuditEvent {
  /** `ev_` and the first 12 digits of its hash. */
  readonly id: string;
  readonly seq: number;
  readonly ts: string;
  readonly actor: string;
  readonly area: string;
  readonly action: string;
  readonly ref_id: string | null;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly prev: string;
  readonly hash: string;
}

/** The event of a line of the journal: all of it but its edits. */
export function auditEvent(line: Omit<AuditEvent, "id">): AuditEvent {
  const { seq, ts, actor, area, action, ref_id, meta, prev, hash } = line;
  return { id: eventId(hash), seq, ts, actor, area, action, ref_id, meta, prev, hash };
}

/** The id of an event: it follows from its hash, and needs no keeping. */
export function eventId(hash: string): string {
  return `ev_${hash.slice(0, 12)}`;
}

/** Proof that a change is in the journal: its place and the beginning of its hash. */
export interface Receipt {
  readonly seq: number;
  readonly hash: string;
}

/** Reads a receipt, `412:8f3a21bc90de`; refuses (`bad-value`) anything else. */
export function parseReceipt(text: string): Receipt {
  const parts = /^(\d{1,12}):([0-9a-f]{4,64})$/.exec(text.trim());
  if (parts?.[1] !== undefined && parts[2] !== undefined) {
    return { seq: Number(parts[1]), hash: parts[2] };
  }
  throw new Refusal("bad-value", `"${text}" is no receipt`, "It looks like 412:8f3a21bc90de.");
}

/** What recomputing the chain found. */
export interface Verification {
  readonly ok: boolean;
  /** How many lines the chain has. */
  readonly events: number;
  /** Numbers of the first and the last line; null in an empty journal. */
  readonly first: number | null;
  readonly last: number | null;
  /** The hash of the last line. */
  readonly head: string;
  readonly problems: readonly string[];
}
