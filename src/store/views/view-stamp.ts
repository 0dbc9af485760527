import { crc32 } from "../disk/crc32.ts";
import type { FileFacts } from "../disk/file-system.ts";

/** What a view's file was when it was last written. */
export interface Stamp {
  /** Bytes; what lies beyond is an append not yet recorded. */
  readonly size: number;
  /** CRC-32 of those bytes. */
  readonly crc: number;
  readonly mtime: number;
  readonly inode: number;
  /** The boot it was written in: after a power cut the size may be right and the content not. */
  readonly boot: string;
}

/** Takes the stamp of a file just written. */
export function stampOf(facts: FileFacts, crc: number, boot: string): Stamp {
  return { size: facts.size, crc, mtime: facts.mtimeMs, inode: facts.ino, boot };
}

/** Whether a file is untouched since its stamp, told without reading it. */
export function isUntouched(stamp: Stamp, facts: FileFacts, boot: string): boolean {
  return (
    facts.size === stamp.size &&
    facts.mtimeMs === stamp.mtime &&
    facts.ino === stamp.inode &&
    stamp.boot === boot &&
    boot !== ""
  );
}

/** Whether a file's content begins with what was stamped. */
export function matches(stamp: Stamp, bytes: Uint8Array): boolean {
  return bytes.length >= stamp.size && crc32(bytes.subarray(0, stamp.size)) === stamp.crc;
}

/** A stamp as a short text, the form in `views.json`: a thousand of them must not slow a start. */
export function printStamp({ size, crc, mtime, inode, boot }: Stamp): string {
  return `${size} ${crc.toString(16).padStart(8, "0")} ${mtime} ${inode} ${boot}`;
}

/** Reads what `printStamp` wrote. */
export function parseStamp(text: string): Stamp {
  const [size = "", crc = "", mtime = "", inode = "", boot = ""] = text.split(" ");
  return {
    size: Number(size),
    crc: Number.parseInt(crc, 16),
    mtime: Number(mtime),
    inode: Number(inode),
    boot,
  };
}
