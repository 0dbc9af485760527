import type { Home } from "../disk/home.ts";
import { parseOwner } from "./lock-owner.ts";

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
