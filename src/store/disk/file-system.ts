import { Buffer } from "node:buffer";
import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { hasCode } from "./io-refusal.ts";

/** What the store asks about a file. */
export type FileFacts = Pick<
  Stats,
  "size" | "mtimeMs" | "mode" | "uid" | "nlink" | "isFile" | "isDirectory"
>;

/**
 * Every way the store touches a disk: the one seam where tests count, fail and cut calls.
 * All of it is synchronous and throws Node's own errors.
 */
export interface FileSystem {
  open(path: string, flags: number, mode?: number): number;
  close(fd: number): void;
  read(fd: number, target: Uint8Array, offset: number, length: number, position: number): number;
  /** Writes at the file's own position, or at its end when it was opened to append; may write less than asked. */
  write(fd: number, bytes: Uint8Array, offset: number, length: number): number;
  fsync(fd: number): void;
  fstat(fd: number): FileFacts;
  lstat(path: string): FileFacts;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  mkdir(path: string, mode: number): void;
  rmdir(path: string): void;
  readdir(path: string): string[];
  chmod(path: string, mode: number): void;
  fchmod(fd: number, mode: number): void;
}

/** The real disk. */
export const realFiles: FileSystem = {
  open: openSync,
  close: closeSync,
  read: readSync,
  write: (fd, bytes, offset, length) => writeSync(fd, bytes, offset, length),
  fsync: fsyncSync,
  fstat: (fd) => fstatSync(fd),
  lstat: (path) => lstatSync(path),
  rename: renameSync,
  unlink: unlinkSync,
  mkdir: (path, mode) => {
    mkdirSync(path, mode);
  },
  rmdir: (path) => rmdirSync(path),
  readdir: (path) => readdirSync(path),
  chmod: chmodSync,
  fchmod: fchmodSync,
};

// Windows knows none of these three.
const noFollow = constants.O_NOFOLLOW ?? 0;
const noWait = constants.O_NONBLOCK ?? 0;

/** The only ways a file is opened. None follows a link in the last place of its path, and none waits for a pipe. */
export const flags = {
  read: constants.O_RDONLY | noWait | noFollow,
  folder: constants.O_RDONLY | noWait | noFollow | (constants.O_DIRECTORY ?? 0),
  append: constants.O_WRONLY | constants.O_APPEND | noWait | noFollow,
  /** A new file, or an error where there is one. */
  create: constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL | noFollow,
} as const;

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

/** Makes the names in a folder survive a power cut. */
export function syncNames(path: string, files: FileSystem): void {
  let fd: number;
  try {
    fd = files.open(path, flags.folder);
  } catch (error) {
    // Windows opens no folder, and needs no such sync.
    if (hasCode(error, "EISDIR", "EPERM")) return;
    throw error;
  }
  try {
    files.fsync(fd);
  } finally {
    files.close(fd);
  }
}
