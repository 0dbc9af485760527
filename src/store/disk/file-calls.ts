import { Buffer } from "node:buffer";
import { dirname } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { hasCode } from "./io-refusal.ts";

/** The modes of the files and folders of a home. */
export const modes = { file: 0o600, folder: 0o700 } as const;

/** Writes all bytes; `progress.written` says how far it came when it throws. */
export function writeAll(
  files: FileSystem,
  fd: number,
  bytes: Uint8Array,
  progress: { written: number } = { written: 0 },
): void {
  while (progress.written < bytes.length) {
    const { written } = progress;
    const count = files.write(fd, bytes, written, bytes.length - written);
    if (count <= 0) throw Object.assign(new Error("nothing was written"), { code: "EIO" });
    progress.written += count;
  }
}

/** Reads up to `length` bytes from an offset; fewer where the file ends earlier. */
export function readAt(files: FileSystem, fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = files.read(fd, bytes, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** Makes the folders above a path that are missing. */
export function makeParents(path: string, files: FileSystem): void {
  const parent = dirname(path);
  try {
    files.lstat(parent);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeParents(parent, files);
    files.mkdir(parent, modes.folder);
  }
}
