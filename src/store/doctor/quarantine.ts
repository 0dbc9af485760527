import { writeAll } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { quarantineFolder } from "./file-ailments.ts";

/**
 * Copies every plain file of the home, byte for byte, into a new folder of `quarantine/`, and answers its name. What is set
 * aside there before is not copied again.
 */
export function copyToQuarantine(home: Home, day: string): string {
  const folder = freeName(home, `${quarantineFolder}/${day}`);
  copyFolder(home, "", folder);
  return folder;
}

/** Moves something of the home into a folder of `quarantine/`, under its own name. */
export function moveToQuarantine(home: Home, name: string, folder: string): void {
  const aside = `${folder}/set-aside`;
  home.makeFolder(aside);
  home.move(name, freeName(home, `${aside}/${name.replaceAll("/", "-")}`));
}

function copyFolder(home: Home, folder: string, to: string): void {
  home.makeFolder(to);
  for (const name of home.files.readdir(home.at(folder))) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const facts = path === quarantineFolder ? null : home.facts(path);
    if (facts?.isDirectory()) copyFolder(home, path, `${to}/${name}`);
    else if (facts?.isFile()) copyFile(home, path, `${to}/${name}`);
  }
  home.syncFolder(to);
}

function copyFile(home: Home, name: string, to: string): void {
  const bytes = home.read(name);
  if (bytes === null) return;
  const fd = home.create(to);
  try {
    writeAll(home.files, fd, bytes);
    home.files.fsync(fd);
  } finally {
    home.files.close(fd);
  }
}

function freeName(home: Home, wanted: string): string {
  let name = wanted;
  for (let count = 2; home.facts(name) !== null; count++) name = `${wanted}-${count}`;
  return name;
}
