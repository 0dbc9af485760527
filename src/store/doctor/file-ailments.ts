import type { Ailment } from "../../domain/doctor/ailment.ts";
import { configName } from "../config-file.ts";
import { modes } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { journalFolder } from "../journal/segments.ts";
import { isAbandoned, isLeftover, lockName, ownerOf } from "../lock/lock.ts";
import { isAlive, type Owner, thisOwner } from "../lock/lock-owner.ts";
import { viewFolders } from "../views/layout.ts";
import { viewsName } from "../views/views-file.ts";

/** The folder that holds what `doctor --repair` set aside. */
export const quarantineFolder = "quarantine";

/** Says what is wrong with the files and folders of the home by their names, kinds and modes, and with the lock. */
export function fileAilments(home: Home): Ailment[] {
  const folders = ["", journalFolder, ...viewFolders];
  const names = folders.flatMap((folder) =>
    namesIn(home, folder).map((name) => (folder === "" ? name : `${folder}/${name}`)),
  );
  return [...names.flatMap((name) => fileAilment(home, name)), ...lockAilments(home)];
}

function fileAilment(home: Home, name: string): Ailment[] {
  const facts = home.facts(name);
  if (facts === null || isLeftover(name.split("/").at(-1) ?? "")) return [];
  const file = { file: name, record: null };
  if (/\.edited-[\d-]+$/.test(name)) {
    const message = `${name} was changed by hand and is kept beside`;
    return [
      {
        ...file,
        kind: "edited",
        is_problem: false,
        message,
        hint: "Take it over: valhalla doctor --adopt",
      },
    ];
  }
  if (!isOurs(name) || !(facts.isFile() || facts.isDirectory())) {
    const message = `${name} does not belong to the books`;
    return [{ ...file, kind: "stray", is_problem: false, message, hint: "Move it elsewhere." }];
  }
  const wanted = facts.isDirectory() ? modes.folder : modes.file;
  if ((facts.mode & 0o777) === wanted) return [];
  const message = `others may reach ${name}, its mode is ${(facts.mode & 0o777).toString(8)}`;
  return [
    {
      ...file,
      kind: "mode",
      is_problem: true,
      message,
      hint: "Close it: valhalla doctor --repair",
    },
  ];
}

function isOurs(name: string): boolean {
  const [top = "", ...rest] = name.split("/");
  if (rest.length === 0) return ownNames.has(top);
  if (top === journalFolder) return /^\d{6,}\.jsonl$/.test(rest.join("/"));
  return viewFolders.includes(name) || /\.jsonl?$/.test(name);
}

const ownNames: ReadonlySet<string> = new Set([
  ...[journalFolder, viewsName, configName, lockName, "tick.lock"],
  ...[quarantineFolder, "backups", "archive"],
  ...viewFolders.map((folder) => folder.split("/")[0] ?? folder),
]);

function lockAilments(home: Home): Ailment[] {
  if (home.facts(lockName) === null) return [];
  const owner = ownerOf(home);
  const self = thisOwner(home.machine);
  if (owner !== null && isAlive(owner, self, home.machine)) return [];
  const isFar = owner !== null && !isAbandoned(home, owner, self);
  return [
    {
      ...{ kind: "lock", is_problem: !isFar, file: lockName, record: null },
      message: lockTold(owner, isFar),
      hint: `${isFar ? "If it is gone for good" : "Clear it"}: valhalla doctor --repair`,
    },
  ];
}

function lockTold(owner: Owner | null, isFar: boolean): string {
  if (owner === null) return `${lockName} is no lock of valhalla, and keeps everybody from writing`;
  return isFar
    ? `process ${owner.pid} of another machine or container holds the lock, alive or not`
    : `process ${owner.pid} died while it held the lock`;
}

function namesIn(home: Home, folder: string): string[] {
  return home.facts(folder)?.isDirectory() ? home.files.readdir(home.at(folder)) : [];
}
