import type { FileSystem } from "../../src/store/disk/file-system.ts";
import { failure } from "./memory-disk.ts";

/** What goes wrong at one call. */
export const faults = [
  "crash before",
  "crash after",
  "partial write, crash",
  "short write",
  "partial write, ENOSPC",
  "ENOSPC",
  "EDQUOT",
  "EIO",
  "EROFS",
  "EACCES",
  "EMFILE",
  "EINTR",
  "ENOENT",
  "EBUSY",
] as const;

export type Fault = (typeof faults)[number];

/** A file system that fails once, at the call it is told, and counts all. */
export interface FaultyFiles {
  readonly files: FileSystem;
  /** The names of the calls so far. */
  readonly calls: string[];
  /** Whether the process is to be thought dead. */
  readonly isCrashed: boolean;
}

/** Wraps a file system so that its call number `at` (from 1) meets `fault`. After a crash no call goes through. */
export function faultyFiles(real: FileSystem, at = 0, fault: Fault = "EIO"): FaultyFiles {
  const calls: string[] = [];
  let isCrashed = false;
  const files = intercepted(real, (name, go, write) => {
    if (isCrashed) throw failure("ECRASH");
    calls.push(name);
    if (calls.length !== at) return go();
    isCrashed = fault.includes("crash") && (write !== null || !fault.includes("partial"));
    return strike(fault, go, write);
  });
  return {
    files,
    calls,
    get isCrashed() {
      return isCrashed;
    },
  };
}

function strike<Result>(
  fault: Fault,
  go: () => Result,
  write: ((share: number) => Result) | null,
): Result {
  switch (fault) {
    case "crash before":
      throw failure("ECRASH");
    case "crash after":
      go();
      throw failure("ECRASH");
    case "short write":
      return write === null ? go() : write(0);
    case "partial write, crash":
    case "partial write, ENOSPC":
      if (write === null) return go();
      write(0.5);
      throw failure("ENOSPC");
    case "EDQUOT":
      // Node 20 knows this one by its number only.
      throw Object.assign(new Error("Unknown system error -122"), { errno: -122 });
    default:
      throw failure(fault);
  }
}

type Interceptor = <Result>(
  name: keyof FileSystem,
  go: () => Result,
  /** Writes that share of the bytes, at least one; null where the call is no write. */
  write: ((share: number) => Result) | null,
) => Result;

/** Calls `meet` in place of every call of a file system. */
export function intercepted(real: FileSystem, meet: Interceptor): FileSystem {
  const plain =
    <Args extends unknown[], Result>(name: keyof FileSystem, call: (...args: Args) => Result) =>
    (...args: Args): Result =>
      meet(name, () => call(...args), null);
  return {
    open: plain("open", (path, flags, mode) => real.open(path, flags, mode)),
    close: plain("close", (fd) => real.close(fd)),
    read: plain("read", (...args) => real.read(...args)),
    write: (fd, bytes, offset, length) =>
      meet(
        "write",
        () => real.write(fd, bytes, offset, length),
        (share) => real.write(fd, bytes, offset, Math.max(1, Math.floor(length * share))),
      ),
    fsync: plain("fsync", (fd) => real.fsync(fd)),
    fstat: plain("fstat", (fd) => real.fstat(fd)),
    lstat: plain("lstat", (path) => real.lstat(path)),
    rename: plain("rename", (from, to) => real.rename(from, to)),
    unlink: plain("unlink", (path) => real.unlink(path)),
    mkdir: plain("mkdir", (path, mode) => real.mkdir(path, mode)),
    rmdir: plain("rmdir", (path) => real.rmdir(path)),
    readdir: plain("readdir", (path) => real.readdir(path)),
    chmod: plain("chmod", (path, mode) => real.chmod(path, mode)),
    fchmod: plain("fchmod", (fd, mode) => real.fchmod(fd, mode)),
  };
}
