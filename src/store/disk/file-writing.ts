import { dirname, join } from "node:path";
import { type FileFacts, flags } from "./file-system.ts";
import { type HomeFolder, modes } from "./home-folder.ts";

/** Writes all bytes; `progress.written` says how far it came when it throws. */
export function writeAll(
  home: HomeFolder,
  fd: number,
  bytes: Uint8Array,
  progress: { written: number } = { written: 0 },
): void {
  while (progress.written < bytes.length) {
    const { written } = progress;
    const count = home.files.write(fd, bytes, written, bytes.length - written);
    if (count <= 0) throw Object.assign(new Error("nothing was written"), { code: "EIO" });
    progress.written += count;
  }
}

/** Makes a new, empty file, 0600 whatever the umask, open to append; throws `EEXIST` where there is one. */
export function createFile(home: HomeFolder, path: string): number {
  const fd = home.files.open(path, flags.create, modes.file);
  try {
    home.files.fchmod(fd, modes.file);
  } catch (error) {
    home.files.close(fd);
    throw error;
  }
  return fd;
}

/**
 * Puts a file in place whole: a reader sees the old one or the new one. After a power cut that holds only with
 * `sync`, which costs one; without it the content is as good as its checksum.
 */
export function replaceFile(
  home: HomeFolder,
  path: string,
  bytes: Uint8Array,
  options: { sync: boolean } = { sync: false },
): FileFacts {
  const scratch = join(dirname(path), `.tmp.${home.machine.nonce()}`);
  const fd = createFile(home, scratch);
  try {
    const facts = fill(home, fd, bytes, options.sync);
    home.files.rename(scratch, path);
    return facts;
  } catch (error) {
    discard(home, scratch);
    throw error;
  }
}

/** Appends to a file that is there and answers what it is now. */
export function appendFile(home: HomeFolder, path: string, bytes: Uint8Array): FileFacts {
  return fill(home, home.files.open(path, flags.append), bytes, false);
}

function fill(home: HomeFolder, fd: number, bytes: Uint8Array, sync: boolean): FileFacts {
  try {
    writeAll(home, fd, bytes);
    if (sync) home.files.fsync(fd);
    return home.files.fstat(fd);
  } finally {
    home.files.close(fd);
  }
}

function discard(home: HomeFolder, path: string): void {
  try {
    home.files.unlink(path);
  } catch {
    // A scratch file left behind harms nobody; the error that led here is the one to tell.
  }
}
