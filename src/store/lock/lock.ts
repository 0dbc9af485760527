import { Refusal } from "../../domain/refusal.ts";
import { createFile } from "../disk/file-writing.ts";
import { type HomeFolder, inHome, modes } from "../disk/home-folder.ts";
import { hasCode } from "../disk/io-refusal.ts";
import { isDead, type Owner, ownerName, parseOwner, thisOwner } from "./lock-owner.ts";

/**
 * The writers' lock: a folder put in place by one rename, with its owner in the name of the file inside. Waits up to
 * `waitMs` for a living owner, then refuses (`busy`); a provably dead one is buried under its own nonce, so that a
 * fresh owner is never displaced. Nothing rests on it but speed: the journal's read-back keeps what is acknowledged.
 */
export function acquireLock(home: HomeFolder, waitMs: number): Lock {
  const owner = thisOwner(home.machine);
  const scratch = inHome(home, `tmp.lock.${owner.nonce}`);
  home.files.mkdir(scratch, modes.folder);
  try {
    home.files.chmod(scratch, modes.folder);
    home.files.close(createFile(home, `${scratch}/${ownerName(owner)}`));
    publish(home, scratch, owner, waitMs);
  } catch (error) {
    removeFolder(home, scratch);
    throw error;
  }
  held.add(owner.nonce);
  return { owner };
}

/** Gives the lock up. A failure is borne: this process's own leftover is known as such, and another's dies with it. */
export function releaseLock(home: HomeFolder, { owner }: Lock): void {
  held.delete(owner.nonce);
  const gone = inHome(home, `rel.${owner.nonce}`);
  try {
    home.files.rename(inHome(home, lockName), gone);
  } catch {
    return;
  }
  removeFolder(home, gone);
}

/** Whether somebody is writing, as far as one look can tell. */
export function isLocked(home: HomeFolder): boolean {
  return ownerOf(home) !== null;
}

/** A lock that is held. */
export interface Lock {
  readonly owner: Owner;
}

const lockName = "lock";
/** Nonces of locks this process holds: a lock of ours that is not among them is one whose release failed. */
const held = new Set<string>();

function publish(home: HomeFolder, scratch: string, self: Owner, waitMs: number): void {
  const start = home.machine.elapsed();
  let pause = 1;
  while (!isPublished(home, scratch)) {
    const owner = ownerOf(home);
    if (owner !== null && isAbandoned(home, owner, self)) {
      bury(home, owner);
      continue;
    }
    if (home.machine.elapsed() - start > waitMs) throw busy(owner);
    home.machine.sleep(pause * (0.5 + Math.random()));
    pause = Math.min(pause * 1.6, 25);
  }
}

function isPublished(home: HomeFolder, scratch: string): boolean {
  try {
    home.files.rename(scratch, inHome(home, lockName));
    return true;
  } catch (error) {
    if (hasCode(error, "ENOTEMPTY", "EEXIST") || (isWindows(home) && hasCode(error, "EPERM"))) {
      return false;
    }
    throw error;
  }
}

function isAbandoned({ machine }: HomeFolder, owner: Owner, self: Owner): boolean {
  const isOurs =
    owner.pid === self.pid &&
    owner.start === self.start &&
    owner.boot === self.boot &&
    owner.namespace === self.namespace &&
    owner.host === self.host;
  return isOurs ? !held.has(owner.nonce) : isDead(owner, self, machine);
}

/** The dead release nothing, so if it is still theirs only other gravediggers can move it; the first to bury wins. */
function bury(home: HomeFolder, owner: Owner): void {
  if (ownerOf(home)?.nonce !== owner.nonce) return;
  try {
    home.files.rename(inHome(home, lockName), inHome(home, `dead.${owner.nonce}`));
  } catch (error) {
    if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST")) throw error;
  }
}

function ownerOf(home: HomeFolder): Owner | null {
  try {
    return home.files.readdir(inHome(home, lockName)).map(parseOwner).find(Boolean) ?? null;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

function removeFolder(home: HomeFolder, path: string): void {
  try {
    for (const name of home.files.readdir(path)) home.files.unlink(`${path}/${name}`);
    home.files.rmdir(path);
  } catch {
    // It is under a name nobody looks for.
  }
}

function busy(owner: Owner | null): Refusal {
  const who = owner === null ? "another process" : `process ${owner.pid}`;
  return new Refusal(
    "busy",
    `${who} is writing to these books`,
    "Wait for it to end, or give it longer with --wait SECONDS.",
  );
}

const isWindows = ({ machine }: HomeFolder): boolean => machine.uid() === null;
