import { Refusal } from "../../domain/refusal.ts";
import { modes } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { hasCode } from "../disk/io-refusal.ts";
import {
  isDead,
  isSameProcess,
  type Owner,
  ownerName,
  parseOwner,
  thisOwner,
} from "./lock-owner.ts";

/**
 * Takes the writers' lock: a folder put in place by one rename, with its owner in the name of the file inside. Waits up to
 * `waitMs` for a living owner, then refuses (`busy`); the lock of a provably dead one is set aside under its own nonce, so that
 * a fresh owner is never displaced. Nothing rests on it but speed: the journal's read-back keeps what is acknowledged.
 */
export function acquireLock(home: Home, waitMs: number): Lock {
  const attempts = tryForLock(home, waitMs);
  for (let next = attempts.next(); ; next = attempts.next()) {
    if (next.done) return next.value;
    home.machine.sleep(next.value * (0.5 + Math.random()));
  }
}

/** The same, a step at a time: gives how long to wait, in milliseconds, before it tries again. */
export function* tryForLock(home: Home, waitMs: number): Generator<number, Lock> {
  const owner = thisOwner(home.machine);
  const scratch = `${scratchPrefix}${owner.nonce}`;
  home.files.mkdir(home.at(scratch), modes.folder);
  try {
    home.files.chmod(home.at(scratch), modes.folder);
    home.files.close(home.create(`${scratch}/${ownerName(owner)}`));
    yield* publish(home, scratch, owner, waitMs);
  } catch (error) {
    removeFolder(home, scratch);
    throw error;
  }
  held.add(owner.nonce);
  return { owner };
}

/** Gives the lock up. A failure is borne: this process's own leftover is known as such, and another's dies with it. */
export function releaseLock(home: Home, { owner }: Lock): void {
  held.delete(owner.nonce);
  const gone = `rel.${owner.nonce}`;
  try {
    home.move(lockName, gone);
  } catch {
    return;
  }
  removeFolder(home, gone);
}

/** Whether somebody is writing, as far as one look can tell. */
export function isLocked(home: Home): boolean {
  return ownerOf(home) !== null;
}

/** A lock that is held. */
export interface Lock {
  readonly owner: Owner;
}

/**
 * Clears away what dead processes left in some folders of the home: scratch files, locks never published or half given up, and
 * locks of the dead that were set aside; only what is a week old. A lock of the dead goes only once its owner's boot is over:
 * until then its name keeps a late process from setting a newer lock aside. Best effort: it throws nothing.
 */
export function sweep(home: Home, folders: readonly string[]): void {
  for (const folder of ["", ...folders]) {
    attempt(() => {
      for (const name of home.list(folder)) {
        if (isLeftover(name))
          attempt(() => clear(home, folder === "" ? name : `${folder}/${name}`));
      }
    });
  }
}

/** Whether a name is one that a process gives to what it will move or remove before it ends. */
export function isLeftover(name: string): boolean {
  return /^(?:dead|rel|tmp\.lock|\.tmp)\./.test(name);
}

const scratchPrefix = "tmp.lock.";

/** The folder that is the lock while it is held. */
export const lockName = "lock";

/** Who has the lock; null where nobody has, or where something else stands there. */
export function ownerOf(home: Home): Owner | null {
  return namesIn(home).map(parseOwner).find(Boolean) ?? null;
}

/** Whether the owner of a lock is gone beyond doubt, or is this process, which gave it up. */
export function isAbandoned({ machine }: Home, owner: Owner, self: Owner): boolean {
  return isSameProcess(owner, self) ? !held.has(owner.nonce) : isDead(owner, self, machine);
}

/** Nonces of locks this process holds: a lock of ours that is not among them is one whose release failed. */
const held = new Set<string>();

function* publish(
  home: Home,
  scratch: string,
  self: Owner,
  waitMs: number,
): Generator<number, void> {
  const start = home.machine.elapsed();
  if (isAwaited(home, scratch)) yield courtesy;
  while (!isPublished(home, scratch)) {
    const owner = ownerOf(home);
    if (owner !== null && isAbandoned(home, owner, self)) {
      setAside(home, owner);
      continue;
    }
    const waited = home.machine.elapsed() - start;
    if (waited > waitMs) throw busy(home, owner);
    yield pauseAfter(waited);
  }
}

/** Whether others wait for the lock, or died waiting: each has a folder that is to become the lock. */
function isAwaited(home: Home, scratch: string): boolean {
  const names = home.files.readdir(home.path);
  return names.some((name) => name.startsWith(scratchPrefix) && name !== scratch);
}

/** In milliseconds: long enough that one who waited for long looks first. */
const courtesy = 3;

/** In milliseconds. Who has waited longer looks more often, so that nobody is passed by newcomers for ever. */
function pauseAfter(waited: number): number {
  return Math.max(1, 12 - waited / 20);
}

function isPublished(home: Home, scratch: string): boolean {
  try {
    home.move(scratch, lockName);
    return true;
  } catch (error) {
    const isTaken = hasCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR");
    if (isTaken || (isWindows(home) && hasCode(error, "EPERM"))) return false;
    throw error;
  }
}

/** The dead release nothing, so if it is still theirs only others who found it so can move it; the first to do it wins. */
function setAside(home: Home, owner: Owner): void {
  if (ownerOf(home)?.nonce !== owner.nonce) return;
  try {
    home.move(lockName, `dead.${owner.nonce}`);
  } catch (error) {
    if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST")) throw error;
  }
}

function namesIn(home: Home): string[] {
  try {
    return home.files.readdir(home.at(lockName));
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

function removeFolder(home: Home, folder: string): void {
  try {
    for (const name of home.files.readdir(home.at(folder))) home.remove(`${folder}/${name}`);
    home.files.rmdir(home.at(folder));
  } catch {
    // It is under a name nobody looks for.
  }
}

function busy(home: Home, owner: Owner | null): Refusal {
  if (owner === null) {
    return new Refusal(
      "busy",
      `${home.at(lockName)} is taken, and not by a process of valhalla`,
      "If nothing is writing to these books: valhalla doctor --repair",
    );
  }
  const self = thisOwner(home.machine);
  const isNear = owner.host === self.host && owner.namespace === self.namespace;
  return new Refusal(
    "busy",
    `process ${owner.pid}${isNear ? "" : " of another machine or container"} is writing to these books`,
    isNear
      ? "Wait for it to end, or give it longer with --wait SECONDS."
      : "If it is gone for good: valhalla doctor --repair",
  );
}

const isWindows = ({ machine }: Home): boolean => machine.uid() === null;

const week = 7 * 24 * 60 * 60 * 1000;

function clear(home: Home, name: string): void {
  const facts = home.facts(name);
  if (facts === null || home.machine.now() - facts.mtimeMs < week) return;
  if (!facts.isDirectory()) {
    home.remove(name);
    return;
  }
  const names = home.files.readdir(home.at(name));
  const isOfThisBoot = names.some((each) => parseOwner(each)?.boot === home.machine.boot());
  if (isOfThisBoot) return;
  for (const each of names) home.remove(`${name}/${each}`);
  home.files.rmdir(home.at(name));
}

function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // What cannot be cleared away now is in nobody's way.
  }
}
