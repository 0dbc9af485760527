import type { Buffer } from "node:buffer";
import { dirname, isAbsolute, join } from "node:path";
import { Refusal } from "../../domain/refusal.ts";
import {
  type FileFacts,
  type FileSystem,
  flags,
  makeParents,
  modes,
  readAt,
  syncNames,
  writeAll,
} from "./file-system.ts";
import { hasCode, ioRefusal } from "./io-refusal.ts";
import type { Machine } from "./machine.ts";

/**
 * The folder of the books. Its files are called by their names in it, with `/`: `home.read("payments/payments.json")`. Files
 * are 0600 and folders 0700, whatever the umask. It refuses (`unsafe-home`) whatever is no plain file or folder, and
 * follows no link.
 */
export class Home {
  /** Absolute. */
  readonly path: string;
  readonly files: FileSystem;
  readonly machine: Machine;
  /** Folders that were looked at already. */
  private readonly checked = new Set<string>();

  /** What it means where the disk cannot be read; without it the disk's own error is thrown. */
  private readonly consequence: string | null;

  constructor(path: string, files: FileSystem, machine: Machine, consequence?: string) {
    this.path = path;
    this.files = files;
    this.machine = machine;
    this.consequence = consequence ?? null;
  }

  /** Whether the folder is there. Refuses a relative path, a link, what is no folder, and what others may write in. */
  isThere(): boolean {
    if (isAbsolute(this.path)) return this.isFolder("");
    throw new Refusal(
      "unsafe-home",
      `the home "${this.path}" is not an absolute path`,
      "Give --home a full path.",
    );
  }

  /** The path of a name in the home. */
  at(name: string): string {
    return name === "" ? this.path : join(this.path, name);
  }

  /** Reads a whole file; null where there is none. */
  read(name: string): Buffer | null {
    return this.opened(name, (fd, size) => readAt(this.files, fd, 0, size));
  }

  /** Reads a part of a file, as much of it as there is; null where there is no file. */
  readPart(name: string, offset: number, length: number): Buffer | null {
    return this.opened(name, (fd, size) =>
      readAt(this.files, fd, offset, Math.max(0, Math.min(length, size - offset))),
    );
  }

  /** What stands at a name, a link not followed; null where there is nothing. */
  facts(name: string): FileFacts | null {
    try {
      return this.files.lstat(this.at(name));
    } catch (error) {
      if (hasCode(error, "ENOENT")) return null;
      throw this.told(error);
    }
  }

  /** The names in a folder of the home; none where it is missing. */
  list(folder: string): string[] {
    try {
      return this.isFolder(folder) ? this.files.readdir(this.at(folder)) : [];
    } catch (error) {
      throw this.told(error);
    }
  }

  /** Makes a folder of the home, and those above it in the home, where there is none. */
  makeFolder(folder: string): void {
    const above = dirname(folder);
    if (above !== "." && folder !== "") this.makeFolder(above);
    try {
      this.files.mkdir(this.at(folder), modes.folder);
      this.files.chmod(this.at(folder), modes.folder);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
    this.isFolder(folder);
  }

  /** Makes a new, empty file, open to append; throws `EEXIST` where there is one. The caller closes it. */
  create(name: string): number {
    const fd = this.files.open(this.at(name), flags.create, modes.file);
    try {
      this.files.fchmod(fd, modes.file);
      return fd;
    } catch (error) {
      this.files.close(fd);
      throw error;
    }
  }

  /** Opens a file to append. Refuses one with another name or another owner beside. The caller closes it. */
  openToAppend(name: string): number {
    this.isFolder(dirname(name));
    const fd = this.openPlain(name, flags.append);
    const facts = this.files.fstat(fd);
    const uid = this.machine.uid();
    if (facts.isFile() && facts.nlink === 1 && (uid === null || facts.uid === uid)) return fd;
    this.files.close(fd);
    throw this.noFile(name);
  }

  /** Appends to a file that is there and answers how long it is then. */
  append(name: string, bytes: Uint8Array): number {
    const fd = this.openToAppend(name);
    try {
      writeAll(this.files, fd, bytes);
      return this.files.fstat(fd).size;
    } finally {
      this.files.close(fd);
    }
  }

  /**
   * Puts a file in place whole: a reader sees the old one or the new one. After a power cut that holds only with
   * `sync`, which costs one; without it the content is as good as its checksum.
   */
  replace(name: string, bytes: Uint8Array, options: { sync: boolean } = { sync: false }): void {
    const scratch = join(dirname(name), `.tmp.${this.machine.nonce()}`);
    try {
      const fd = this.create(scratch);
      try {
        writeAll(this.files, fd, bytes);
        if (options.sync) this.files.fsync(fd);
      } finally {
        this.files.close(fd);
      }
      this.files.rename(this.at(scratch), this.at(name));
    } catch (error) {
      this.discard(scratch);
      throw error;
    }
  }

  /** Moves a file or folder of the home to another name in it. */
  move(name: string, to: string): void {
    this.files.rename(this.at(name), this.at(to));
  }

  /** Removes a file. */
  remove(name: string): void {
    this.files.unlink(this.at(name));
  }

  /** Makes the names in a folder of the home survive a power cut. */
  syncFolder(folder: string): void {
    syncNames(this.at(folder), this.files);
  }

  /** Makes the folder itself survive a power cut. */
  syncParent(): void {
    syncNames(dirname(this.path), this.files);
  }

  /** Makes the folder and those above it that are missing. */
  make(): void {
    makeParents(this.path, this.files);
    this.makeFolder("");
  }

  private opened<Answer>(name: string, read: (fd: number, size: number) => Answer): Answer | null {
    let fd: number | null = null;
    try {
      if (!this.isFolder(dirname(name))) return null;
      fd = this.openPlain(name, flags.read);
      const facts = this.files.fstat(fd);
      if (!facts.isFile()) throw this.noFile(name);
      return read(fd, facts.size);
    } catch (error) {
      if (fd === null && hasCode(error, "ENOENT")) return null;
      throw this.told(error);
    } finally {
      if (fd !== null) this.files.close(fd);
    }
  }

  private told(error: unknown): unknown {
    return this.consequence === null ? error : ioRefusal(error, this.consequence);
  }

  private openPlain(name: string, how: number): number {
    try {
      return this.files.open(this.at(name), how);
    } catch (error) {
      // A link, a folder; a socket, a pipe without a reader or a device without a driver.
      const isOther = hasCode(error, "ELOOP", "EMLINK", "EISDIR", "ENXIO", "EOPNOTSUPP");
      throw isOther ? this.noFile(name) : error;
    }
  }

  /** Whether a folder is there; refuses what is a link or a file in its place, or is not ours alone. */
  private isFolder(name: string): boolean {
    const folder = name === "." ? "" : name;
    if (this.checked.has(folder)) return true;
    // A link further up in the home would be followed by every name below it.
    if (folder !== "" && !this.isFolder(dirname(folder))) return false;
    const facts = this.facts(folder);
    if (facts === null) return false;
    const [path, uid] = [this.at(folder), this.machine.uid()];
    if (!facts.isDirectory()) throw unsafe(`${path} is a link or a file, not a folder`, realFolder);
    if (uid !== null && facts.uid !== uid)
      throw unsafe(`${path} belongs to another user`, ownFolder);
    if (uid !== null && (facts.mode & 0o022) !== 0) {
      throw unsafe(`others may write in ${path}`, `Close it with: chmod 700 ${path}`);
    }
    this.checked.add(folder);
    return true;
  }

  private noFile(name: string): Refusal {
    return unsafe(
      `${this.at(name)} is not a plain file of yours`,
      "A link, a pipe, a socket or a second name stands there: put the real file back.",
    );
  }

  private discard(name: string): void {
    try {
      this.remove(name);
    } catch {
      // A scratch file left behind harms nobody; the error that led here is the one to tell.
    }
  }
}

const realFolder = "Put the real folder back, or choose another home with --home.";
const ownFolder = "Choose a folder of your own with --home.";

function unsafe(message: string, hint: string): Refusal {
  return new Refusal("unsafe-home", message, hint);
}
