import { type FileLine, fileLines } from "../disk/file-lines.ts";
import { openToRead } from "../disk/file-reading.ts";
import type { HomeFolder } from "../disk/home-folder.ts";

/** Where reading a segment ended. */
export interface SegmentEnd {
  /** How many bytes there are. */
  readonly size: number;
  /** Bytes after the last newline: a line torn by a crash, or one being written now. */
  readonly torn: number;
}

/** The path of a segment in the home: 1 is `audit_log/000001.jsonl`. */
export function segmentName(segment: number): string {
  return `${journalFolder}/${String(segment).padStart(6, "0")}.jsonl`;
}

/** The folder of the journal. */
export const journalFolder = "audit_log";

/**
 * Reads the lines of a file from an offset on, up to the size it has when opened or `stop`. Holds one piece of
 * it at a time. Returns null where there is no such file.
 */
export function* segmentLines(
  home: HomeFolder,
  path: string,
  from: number,
  stop = Number.POSITIVE_INFINITY,
): Generator<FileLine, SegmentEnd | null> {
  const fd = openToRead(home, path);
  if (fd === null) return null;
  try {
    const size = Math.min(home.files.fstat(fd).size, stop);
    return { size, torn: yield* fileLines(home, fd, from, size) };
  } finally {
    home.files.close(fd);
  }
}
