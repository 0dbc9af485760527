import { isAbsolute, join } from "node:path";
import { Refusal } from "../../domain/refusal.ts";
import { factsAt } from "./file-reading.ts";
import { type FileSystem, flags } from "./file-system.ts";
import { hasCode } from "./io-refusal.ts";
import type { Machine } from "./machine.ts";

/** Where the books lie, the disk they lie on and the machine that asks. */
export interface HomeFolder {
  /** Absolute. */
  readonly path: string;
  readonly files: FileSystem;
  readonly machine: Machine;
}

/** Names a folder; the files of the store are 0600, its folders 0700, whatever the umask. */
export const modes = { file: 0o600, folder: 0o700 } as const;

/**
 * Checks that a home is safe to use and answers whether it is there at all. Refuses (`unsafe-home`) a relative
 * path, a link, what is no folder, somebody else's folder, and one that others may write in.
 */
export function checkHome(home: HomeFolder): boolean {
  if (!isAbsolute(home.path)) {
    throw unsafe(`the home "${home.path}" is not an absolute path`, "Give --home a full path.");
  }
  return isOwnFolder(home, home.path);
}

/** Makes a folder of the home where there is none; refuses (`unsafe-home`) one that is a link or not ours. */
export function ensureFolder(home: HomeFolder, path: string): void {
  try {
    home.files.mkdir(path, modes.folder);
    home.files.chmod(path, modes.folder);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    isOwnFolder(home, path);
  }
}

/** Makes names in a folder survive a power cut. */
export function syncFolder(home: HomeFolder, path: string): void {
  const fd = openFolder(home, path);
  if (fd === null) return;
  try {
    home.files.fsync(fd);
  } finally {
    home.files.close(fd);
  }
}

/** The path of something in the home: its name with `/`, as in `payments/payments.json`. */
export function inHome(home: HomeFolder, name: string): string {
  return join(home.path, name);
}

function openFolder(home: HomeFolder, path: string): number | null {
  try {
    return home.files.open(path, flags.folder);
  } catch (error) {
    // Windows opens no folder, and needs no such sync.
    if (hasCode(error, "EISDIR", "EPERM")) return null;
    throw error;
  }
}

function isOwnFolder(home: HomeFolder, path: string): boolean {
  const facts = factsAt(home, path);
  if (facts === null) return false;
  const uid = home.machine.uid();
  if (!facts.isDirectory()) {
    throw unsafe(`${path} is a link or a file, not a folder`, "Choose a real folder with --home.");
  }
  if (uid !== null && facts.uid !== uid) {
    throw unsafe(`${path} belongs to another user`, "Choose a folder of your own with --home.");
  }
  if (uid !== null && (facts.mode & 0o022) !== 0) {
    throw unsafe(`others may write in ${path}`, `Close it with: chmod 700 ${path}`);
  }
  return true;
}

const unsafe = (message: string, hint: string): Refusal =>
  new Refusal("unsafe-home", message, hint);
