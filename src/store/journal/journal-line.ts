import { isUtf8 } from "node:buffer";
import type { Edit } from "../../domain/change.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isShallow } from "../disk/json-depth.ts";
import { sha256 } from "../disk/sha256.ts";

/** One line of the journal: a change, a part of a long one, or a seal. Its keys stand in this order. */
export interface JournalLine {
  /** The format of the line. */
  readonly v: number;
  readonly seq: number;
  readonly ts: string;
  readonly actor: string;
  readonly area: string;
  readonly action: string;
  readonly ref_id: string | null;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly edits: readonly Edit[];
  /** Set on the parts of a change too long for one line; it takes effect with its last part only. */
  readonly batch?: Batch;
  /** Set on the line that closes a segment: the chain goes on in the next one. */
  readonly seal?: true;
  /**
   * Set on a line not synced by itself: the first line that was synced together with it. Where one of those does not
   * hold, because the power went before the sync or another writer came first, none after it counts.
   */
  readonly since?: number;
  /** The `hash` of the line before; 64 zeros on the first. */
  readonly prev: string;
  /** SHA-256 of the line as it stands, without its `hash` member. */
  readonly hash: string;
}

export interface Batch {
  readonly id: string;
  readonly part: number;
  readonly last: boolean;
  /** On the last part: the place in the chain before the first, so that history is read past the others. */
  readonly before?: Place;
}

/** A place in the chain: a line's hash, and just after it the segment and the byte where the next one is. */
export interface Place {
  readonly hash: string;
  readonly segment: number;
  readonly offset: number;
}

/** A line before it is linked; its edits are JSON texts already. */
export interface LineDraft extends Omit<JournalLine, "v" | "edits" | "hash"> {
  readonly edits: readonly string[];
}

/** The format of journal lines this program writes and the newest it reads. */
export const journalFormat = 1;

/** No line of the journal is longer, its end not counted; a longer one is garbage. */
export const longestLine = 1 << 20;

/** Writes a line, without its newline, and its hash. Refuses (`bad-value`) one that would be too long. */
export function encodeLine(draft: LineDraft): { text: string; hash: string } {
  const { edits, batch, seal, since, prev, seq, ts, actor, area, action, ref_id, meta } = draft;
  const opening = JSON.stringify({ v: journalFormat, seq, ts, actor, area, action, ref_id, meta });
  const middle = JSON.stringify({
    ...(batch && { batch }),
    ...(seal && { seal }),
    ...(since && { since }),
    prev,
  });
  if (![opening, ...edits].every(isShallow)) {
    throw new Refusal("bad-value", "a record nests too deeply to keep", "Flatten it.");
  }
  const body = `${opening.slice(0, -1)},"edits":[${edits.join(",")}],${middle.slice(1, -1)}`;
  const bytes = Buffer.from(`${body}}`);
  if (bytes.length + hashMember.length > longestLine) {
    throw new Refusal("bad-value", "a record is too large to keep", "Shorten its notes or tags.");
  }
  const hash = sha256(bytes);
  return { text: `${body},"hash":"${hash}"}`, hash };
}

/**
 * Reads a line, given without its newline; null where it is not one: cut, changed in any byte, or no UTF-8.
 * Refuses (`newer-format`) a whole line of a later format.
 */
export function decodeLine(bytes: Buffer): JournalLine | null {
  const cut = bytes.length - hashMember.length;
  if (cut <= 0 || bytes.length > longestLine) return null;
  const ending = bytes.toString("latin1", cut);
  const hash = ending.slice(9, -2);
  if (!ending.startsWith(',"hash":"') || !ending.endsWith('"}')) return null;
  if (hash !== hashOfBody(bytes, cut) || !isUtf8(bytes)) return null;
  const line: JournalLine = JSON.parse(bytes.toString("utf8"));
  if (line.v > journalFormat) throw newerFormat();
  return line;
}

/** What links a line to others. */
export interface Links {
  readonly prev: string;
  readonly hash: string;
  /** Where the change began that this line is the last part of; null for any other line. */
  readonly before: Place | null;
}

/** The links a line ends with, read without the rest of it; null where it ends otherwise. */
export function linksOf(bytes: Buffer): Links | null {
  const ending = bytes.toString("latin1", Math.max(0, bytes.length - longestEnding));
  const match = endingPattern.exec(ending);
  if (match === null) return null;
  const [, before, segment, offset, prev = "", hash = ""] = match;
  const place =
    before === undefined
      ? null
      : { hash: before, segment: Number(segment), offset: Number(offset) };
  return { prev, hash, before: place };
}

const longestEnding = 400;
const endingPattern =
  /(?:"before":\{"hash":"([0-9a-f]{64})","segment":(\d+),"offset":(\d+)\}\},(?:"since":\d+,)?|,)"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;

/** What a home of a later version of this program is refused with. */
export function newerFormat(): Refusal {
  return new Refusal(
    "newer-format",
    "this home was written by a newer version of valhalla",
    "Install the newest version, then run it again.",
  );
}

const hashMember = `,"hash":"${"0".repeat(64)}"}`;

function hashOfBody(bytes: Buffer, cut: number): string {
  const body = Buffer.allocUnsafe(cut + 1);
  bytes.copy(body, 0, 0, cut);
  body[cut] = 0x7d;
  return sha256(body);
}
