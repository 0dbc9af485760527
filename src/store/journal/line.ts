import { Buffer, isUtf8 } from "node:buffer";
import type { Change, Edit } from "../../domain/change.ts";
import { Refusal } from "../../domain/refusal.ts";
import { sha256 } from "../disk/checksum.ts";

/**
 * One line of the journal: a change, a part of a long one, a seal or a bridge. Its keys stand in this order. It says nothing
 * that is true of one machine or one file only.
 */
export interface JournalLine {
  /** The format of the line. */
  readonly v: number;
  readonly seq: number;
  readonly ts: string;
  readonly actor: string;
  readonly area: string;
  readonly action: string;
  readonly ref_id: string | null;
  /** The idempotency key of the change. */
  readonly key?: string;
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
  /** On the last part: the number of the first part's line. Release 0.1.0 named a place in a file instead. */
  readonly first?: number;
}

/** A line before it is linked; its edits are JSON texts already. */
export interface LineDraft extends Omit<JournalLine, "v" | "edits" | "hash"> {
  readonly edits: readonly string[];
}

/** The format of journal lines this program writes and the newest it reads. */
export const journalFormat = 1;

/** No line of the journal is longer, its newline not counted; in bytes. */
export const longestLine = 1 << 20;

/** Writes a line, without its newline, and its hash. Refuses (`bad-value`) one that would be too long. */
export function encodeLine(draft: LineDraft): { text: string; hash: string } {
  const { edits, batch, seal, since, prev, seq, ts, actor, area, action, ref_id, key, meta } =
    draft;
  const opening = JSON.stringify({
    ...{ v: journalFormat, seq, ts, actor, area, action, ref_id },
    ...(key !== undefined && { key }),
    meta,
  });
  const middle = JSON.stringify({
    ...(batch && { batch }),
    ...(seal && { seal }),
    ...(since && { since }),
    prev,
  });
  const body = `${opening.slice(0, -1)},"edits":[${edits.join(",")}],${middle.slice(1, -1)}`;
  const bytes = Buffer.from(`${body}}`);
  if (bytes.length + hashMember.length > longestLine) {
    throw new Refusal("bad-value", "a record is too large to keep", "Shorten its notes or tags.");
  }
  const hash = sha256(bytes);
  return { text: `${body},"hash":"${hash}"}`, hash };
}

/**
 * Reads a line, given without its newline, and proves it by its hash; null where it is not one: cut, changed in any byte, or
 * no UTF-8. Refuses (`newer-format`) a whole line of a later format.
 */
export function decodeLine(bytes: Buffer): JournalLine | null {
  if (bytes.length > longestLine || !hasHash(bytes, bytes.length)) return null;
  const cut = bytes.length - hashMember.length;
  const hash = bytes.toString("latin1", cut + 9, bytes.length - 2);
  if (hash !== hashOfBody(bytes, cut) || !isUtf8(bytes)) return null;
  const line: JournalLine = JSON.parse(bytes.toString("utf8"));
  if (line.v > journalFormat) throw newerFormat();
  return line;
}

/**
 * Whether bytes that are no line were one and got damaged. What a crash or a power cut tore is none: it was marked as torn by
 * the next writer, or has zeros where a block never reached the disk, or lacks its newline (`isEnded`) and nothing else stands
 * after its hash.
 */
export function isDamaged(bytes: Buffer, isEnded: boolean): boolean {
  if (bytes.length === 0 || bytes.includes(neverWritten)) return false;
  const end = bytes.lastIndexOf(hashOpening) + hashMember.length;
  return isEnded
    ? !bytes.subarray(-tornMark.length).equals(tornMark)
    : end < bytes.length && hasHash(bytes, end);
}

/** The number, the hash and the predecessor of a line, read from its two ends without proving it; null where it has none. */
export function linksOf(bytes: Buffer): Pick<JournalLine, "seq" | "prev" | "hash"> | null {
  const seq = /^\{"v":\d+,"seq":(\d+),/.exec(bytes.toString("latin1", 0, 40))?.[1];
  const ending = bytes.toString("latin1", Math.max(0, bytes.length - linksLength));
  const [, prev, hash] = /"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/.exec(ending) ?? [];
  if (seq === undefined || prev === undefined || hash === undefined) return null;
  return { seq: Number(seq), prev, hash };
}

/**
 * The change that lets the chain go on where lines are damaged or gone: a bridge. It names every fault before it, so that
 * nothing is hidden and nothing that is spoilt later is taken for it.
 */
export function bridgeOver(
  faults: readonly string[],
  { edits, meta }: Pick<Change, "edits" | "meta">,
): Change {
  return {
    area: journalArea,
    action: bridgeAction,
    ref_id: null,
    meta: { ...meta, faults },
    edits,
  };
}

/** Whether a line is a bridge. */
export function isBridge(line: JournalLine): boolean {
  return line.area === journalArea && line.action === bridgeAction;
}

/** Whether a bridge names just these faults. */
export function namesFaults({ meta }: JournalLine, faults: readonly string[]): boolean {
  return JSON.stringify(meta["faults"]) === JSON.stringify(faults);
}

/** What a home of a later version of this program is refused with. */
export function newerFormat(): Refusal {
  return new Refusal(
    "newer-format",
    "this home was written by a newer version of valhalla",
    "Install the newest version, then run it again.",
  );
}

const journalArea = "journal";
const bridgeAction = "bridge";
const hashOpening = ',"hash":"';
const hashMember = `${hashOpening}${"0".repeat(64)}"}`;
const linksLength = 2 * hashMember.length;
const neverWritten = Buffer.alloc(2);

/** What a writer puts after a torn line: a line that lacks its newline only must not come to life by another's. */
export const tornMark = Buffer.from("~torn");

function hasHash(bytes: Buffer, end: number): boolean {
  const start = end - hashMember.length;
  return start > 0 && /^,"hash":"[0-9a-f]{64}"\}$/.test(bytes.toString("latin1", start, end));
}

function hashOfBody(bytes: Buffer, cut: number): string {
  const body = Buffer.allocUnsafe(cut + 1);
  bytes.copy(body, 0, 0, cut);
  body[cut] = 0x7d;
  return sha256(body);
}
