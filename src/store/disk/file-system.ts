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
