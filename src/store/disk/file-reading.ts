import { type FileFacts, flags } from "./file-system.ts";
import type { HomeFolder } from "./home-folder.ts";
import { hasCode } from "./io-refusal.ts";

/** A file as it was at one moment. */
export interface FileContent {
  readonly bytes: Buffer;
  readonly facts: FileFacts;
}

/** Reads a whole file; null where there is none, or where a link or a folder stands in its place. */
export function readWhole(home: HomeFolder, path: string): FileContent | null {
  const fd = openToRead(home, path);
  if (fd === null) return null;
  try {
    const facts = home.files.fstat(fd);
    return facts.isFile() ? { bytes: readAt(home, fd, 0, facts.size), facts } : null;
  } finally {
    home.files.close(fd);
  }
}

/** What stands at a path, a link not followed; null where there is nothing. */
export function factsAt(home: HomeFolder, path: string): FileFacts | null {
  try {
    return home.files.lstat(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Opens a file to read; null where there is none or where a link stands in its place. */
export function openToRead(home: HomeFolder, path: string): number | null {
  try {
    return home.files.open(path, flags.read);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ELOOP", "EMLINK")) return null;
    throw error;
  }
}

/** Reads up to `length` bytes from an offset; fewer where the file ends earlier. */
export function readAt(home: HomeFolder, fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = home.files.read(fd, bytes, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
