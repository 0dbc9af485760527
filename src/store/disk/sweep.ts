import { parseOwner } from "../lock/lock-owner.ts";
import { referencesFolder, stampsFolder, viewFolders } from "../views/view-table.ts";
import { factsAt } from "./file-reading.ts";
import { type HomeFolder, inHome } from "./home-folder.ts";

/**
 * Clears away what dead processes left: scratch files, locks never published or half given up, and tombstones; only what is a
 * week old, and a tombstone only once its owner's boot is over, for until then it guards against a late gravedigger. Best effort: it
 * throws nothing.
 */
export function sweep(home: HomeFolder): void {
  for (const folder of ["", referencesFolder, stampsFolder, ...Object.values(viewFolders)]) {
    for (const name of namesIn(home, inHome(home, folder))) {
      if (leftover.test(name)) attempt(() => clear(home, inHome(home, `${folder}/${name}`)));
    }
  }
}

const leftover = /^(?:dead|rel|tmp\.lock|\.tmp)\./;
const week = 7 * 24 * 60 * 60 * 1000;

function clear(home: HomeFolder, path: string): void {
  const facts = factsAt(home, path);
  if (facts === null || home.machine.now() - facts.mtimeMs < week) return;
  if (!facts.isDirectory()) {
    home.files.unlink(path);
    return;
  }
  const names = home.files.readdir(path);
  const isOfThisBoot = names.some((name) => parseOwner(name)?.boot === home.machine.boot());
  if (isOfThisBoot) return;
  for (const name of names) home.files.unlink(`${path}/${name}`);
  home.files.rmdir(path);
}

function namesIn(home: HomeFolder, path: string): string[] {
  const names: string[] = [];
  attempt(() => names.push(...home.files.readdir(path)));
  return names;
}

function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // What cannot be cleared away now is no one's hindrance.
  }
}
