import { Buffer } from "node:buffer";
import type { FileSystem } from "./file-system.ts";

/** A whole line of a file. */
export interface FileLine {
  /** Without its newline. Good until the next line is asked for: its bytes are used again. */
  readonly bytes: Buffer;
  /** The offset just after its newline. */
  readonly end: number;
}

/** Some whole lines of a file. */
interface FilePiece {
  /** Ends with a newline. Good until the next piece is asked for: its bytes are used again. */
  readonly bytes: Buffer;
  /** Where in the file it begins. */
  readonly offset: number;
}

/** Reads the lines of an open file from an offset up to a size, and answers how many bytes follow the last newline. */
export function* fileLines(
  files: FileSystem,
  fd: number,
  from: number,
  size: number,
): Generator<FileLine, number> {
  const pieces = filePieces(files, fd, from, size);
  for (;;) {
    const next = pieces.next();
    if (next.done) return next.value;
    const { bytes, offset } = next.value;
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(newline, start);
      yield { bytes: bytes.subarray(start, end), end: offset + end + 1 };
      start = end + 1;
    }
  }
}

/** The same, as many whole lines at once as one buffer takes. */
function* filePieces(
  files: FileSystem,
  fd: number,
  from: number,
  size: number,
): Generator<FilePiece, number> {
  let buffer = Buffer.allocUnsafe(Math.min(pieceLength, Math.max(0, size - from)));
  let filled = 0;
  let at = from;
  while (at < size) {
    if (filled === buffer.length && filled > longestLine) filled = keepEnd(buffer);
    else if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const wanted = Math.min(buffer.length - filled, size - at);
    const count = files.read(fd, buffer, filled, wanted, at);
    if (count === 0) break;
    at += count;
    filled += count;
    const whole = buffer.subarray(0, filled).lastIndexOf(newline) + 1;
    if (whole > 0) yield { bytes: buffer.subarray(0, whole), offset: at - filled };
    buffer.copyWithin(0, whole, filled);
    filled -= whole;
  }
  return filled;
}

/** A piece that is longer than any line may be is no line, whatever follows: its second half is enough to say so. */
function keepEnd(buffer: Buffer): number {
  const kept = longestLine >> 1;
  buffer.copyWithin(0, buffer.length - kept);
  return kept;
}

const newline = 10;
/** No line of the journal is longer; in bytes. */
export const longestLine = 1 << 20;
const pieceLength = 1 << 18;
