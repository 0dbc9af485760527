import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/**
 * Keeps what V8 compiled for the same user's later runs. It only saves time: where anything is wrong, nothing is found
 * and nothing is kept.
 */
export interface CodeCache {
  /** What was kept under a name; undefined where nothing is that can be believed. */
  read(name: string): Buffer | undefined;
  /** Keeps bytes under a name that begins with the hash of the build, and removes what was kept by other builds. */
  write(name: string, make: () => Buffer): void;
}

/** The cache in `valhalla` of `$XDG_CACHE_HOME`, else of `~/.cache`; one that keeps nothing if that path is not absolute. */
export function codeCache(env: NodeJS.ProcessEnv): CodeCache {
  const parent = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? "", ".cache");
  if (!isAbsolute(parent)) return { read: () => undefined, write: () => {} };
  const folder = join(parent, "valhalla");
  return {
    read: (name) => attempt(() => (isOwnFolder(folder) ? bytesOf(join(folder, name)) : undefined)),
    write: (name, make) =>
      attempt(() => {
        if (isAmidBooks(folder)) return;
        makeFolder(parent);
        makeFolder(folder);
        if (!isOwnFolder(folder)) return;
        putInPlace(join(folder, name), make);
        removeOtherBuilds(folder, name);
      }),
  };
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** True for a folder, and no link to one, that is the user's own. */
function isOwnFolder(path: string): boolean {
  const stat = lstatSync(path);
  return stat.isDirectory() && isPrivate(stat);
}

/** True for what the user owns and nobody else may read or write. */
function isPrivate({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & 0o077) === 0;
}

/**
 * The bytes that a file holds twice over; undefined where its halves differ. V8 takes bytes as they are, and one that
 * was changed may crash it or keep it busy for ever.
 */
function bytesOf(path: string): Buffer | undefined {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || !isPrivate(stat)) return undefined;
    const twice = Buffer.allocUnsafeSlow(stat.size);
    if (readSync(file, twice) !== stat.size) return undefined;
    const once = twice.subarray(0, stat.size / 2);
    return once.equals(twice.subarray(once.length)) ? once : undefined;
  } finally {
    closeSync(file);
  }
}

/** Makes a folder in one that is there: a user without a home folder gets none. */
function makeFolder(path: string): void {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

/** True in the home of books, where only books belong. */
function isAmidBooks(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, "audit_log")) || (above !== folder && isAmidBooks(above));
}

/** Writes a file beside its place and then puts it there, so that a killed run leaves no half file in place. */
function putInPlace(path: string, make: () => Buffer): void {
  const beside = `${path}.${process.pid}`;
  const file = openSync(beside, "wx", 0o600);
  try {
    const once = make();
    writeFileSync(file, Buffer.concat([once, once]));
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function removeOtherBuilds(folder: string, name: string): void {
  const build = name.slice(0, name.indexOf("-"));
  const others = readdirSync(folder).filter(
    (other) => /^[0-9a-f]{16}-v/.test(other) && !other.startsWith(`${build}-`),
  );
  for (const other of others) rmSync(join(folder, other), { force: true });
}
