import { home } from "../store/books.ts";
import type { Household } from "./household.ts";
import type { MemoryDisk } from "./memory-disk.ts";

/** What may have become of the views: each puts a disk of the household's in that state. */
export const viewStates: Readonly<
  Record<string, (disk: MemoryDisk, household: Household) => void>
> = {
  good: () => {},
  "without views.json": (disk) => disk.unlink(`${home}/views.json`),
  "with views.json damaged": (disk) => swapDigit(disk, "views.json"),
  "without any view": removeViews,
  "without payments.json": (disk) => disk.unlink(`${home}/payments/payments.json`),
  "with payments.json damaged": (disk) => swapDigit(disk, "payments/payments.json"),
  "without a month": (disk) => disk.unlink(`${home}/pay_confirm/2025-11.jsonl`),
  "with a month damaged": (disk) => swapDigit(disk, "pay_confirm/2025-12.jsonl"),
  "without lookups": (disk) => removeUnder(disk, `${home}/lookups`),
  "with lookups damaged": (disk) => {
    for (const name of filesUnder(disk, `${home}/lookups`)) swapDigit(disk, name);
  },
  "as a writer left them that died": (disk, { earlier }) => {
    removeViews(disk);
    for (const name of filesUnder(earlier, home)) {
      if (name.startsWith("audit_log")) continue;
      put(disk, name, earlier.bytesOf(`${home}/${name}`));
    }
  },
};

/** Removes every view, as a copy of the journal alone has none; what the user wrote is kept. */
export function removeViews(disk: MemoryDisk): void {
  for (const name of disk.readdir(home)) {
    if (name === "audit_log" || name === "config.json") continue;
    removeUnder(disk, `${home}/${name}`);
  }
}

/** The names of the files in the books that lie under a path. */
export function filesUnder(disk: MemoryDisk, path: string): string[] {
  if (disk.lstat(path).isFile()) return [path.slice(home.length + 1)];
  return disk.readdir(path).flatMap((name) => filesUnder(disk, `${path}/${name}`));
}

function removeUnder(disk: MemoryDisk, path: string): void {
  if (disk.lstat(path).isFile()) {
    disk.unlink(path);
    return;
  }
  for (const name of disk.readdir(path)) removeUnder(disk, `${path}/${name}`);
  disk.rmdir(path);
}

/** Changes the last digit of a file and leaves its length and its time, as a rotten disk does. */
function swapDigit(disk: MemoryDisk, name: string): void {
  const bytes = Buffer.from(disk.bytesOf(`${home}/${name}`));
  const at = bytes.findLastIndex((byte) => byte >= 0x30 && byte <= 0x39);
  if (at < 0) return;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  disk.rot(`${home}/${name}`, bytes);
}

function put(disk: MemoryDisk, name: string, bytes: Buffer): void {
  const path = `${home}/${name}`;
  makeFolders(disk, path.slice(0, path.lastIndexOf("/")));
  disk.place(path, bytes);
}

function makeFolders(disk: MemoryDisk, path: string): void {
  const above = path.slice(0, path.lastIndexOf("/"));
  if (above !== "") makeFolders(disk, above);
  try {
    disk.mkdir(path);
  } catch {
    // It is there.
  }
}
