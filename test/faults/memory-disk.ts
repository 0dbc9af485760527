import { constants } from "node:fs";
import { basename, dirname } from "node:path";
import type { FileFacts, FileSystem } from "../../src/store/disk/file-system.ts";

/** A file's bytes are never changed in place, so a copy of the disk shares them. */
interface FileNode {
  readonly kind: "file";
  bytes: Buffer;
  mode: number;
  mtime: number;
}

interface FolderNode {
  readonly kind: "folder";
  names: Map<string, number>;
  mode: number;
}

type Node = FileNode | FolderNode;

/** One thing done to a disk, enough to do it again on another. */
export type Deed =
  | { does: "data"; inode: number; offset: number; bytes: Buffer }
  | { does: "make"; folder: number; name: string; inode: number; kind: "file" | "folder" }
  | { does: "move"; folder: number; name: string; toFolder: number; toName: string; inode: number }
  | { does: "remove"; folder: number; name: string; inode: number }
  | { does: "sync"; inode: number }
  | { does: "say"; text: string };

/** A disk in memory: what the store needs of one, with a record of every deed. Its clock stands still unless told. */
export class MemoryDisk implements FileSystem {
  readonly nodes = new Map<number, Node>();
  readonly deeds: Deed[] = [];
  now = 1;
  private nextInode = 2;
  private readonly handles = new Map<number, { inode: number; append: boolean }>();
  private nextHandle = 3;

  constructor(nodes?: ReadonlyMap<number, Node>) {
    this.nodes.set(1, { kind: "folder", names: new Map(), mode: 0o700 });
    for (const [inode, node] of nodes ?? []) {
      this.nodes.set(
        inode,
        node.kind === "file" ? { ...node } : { ...node, names: new Map(node.names) },
      );
      this.nextInode = Math.max(this.nextInode, inode + 1);
    }
  }

  copy(): MemoryDisk {
    const copy = new MemoryDisk(this.nodes);
    copy.now = this.now;
    return copy;
  }

  say(text: string): void {
    this.deeds.push({ does: "say", text });
  }

  open(path: string, flags: number): number {
    let inode = this.find(path);
    if (inode !== null && flags & constants.O_EXCL) throw failure("EEXIST");
    if (inode === null && !(flags & constants.O_CREAT)) throw failure("ENOENT");
    inode ??= this.make(path, {
      kind: "file",
      bytes: Buffer.alloc(0),
      mode: 0o600,
      mtime: this.now,
    });
    const handle = this.nextHandle++;
    this.handles.set(handle, { inode, append: (flags & constants.O_APPEND) !== 0 });
    return handle;
  }

  close(handle: number): void {
    if (!this.handles.delete(handle)) throw failure("EBADF");
  }

  /** How many files are open; a store leaves none. */
  get openCount(): number {
    return this.handles.size;
  }

  read(handle: number, target: Uint8Array, offset: number, length: number, position: number) {
    return this.fileOf(handle).bytes.copy(target, offset, position, position + length);
  }

  write(handle: number, bytes: Uint8Array, offset: number, length: number): number {
    const file = this.fileOf(handle);
    const inode = this.handles.get(handle)?.inode ?? 0;
    const piece = Buffer.from(bytes.subarray(offset, offset + length));
    this.deeds.push({ does: "data", inode, offset: file.bytes.length, bytes: piece });
    file.bytes = Buffer.concat([file.bytes, piece]);
    file.mtime = this.now;
    return length;
  }

  fsync(handle: number): void {
    this.deeds.push({ does: "sync", inode: this.handles.get(handle)?.inode ?? 0 });
  }

  fstat(handle: number): FileFacts {
    return this.facts(this.handles.get(handle)?.inode ?? 0);
  }

  lstat(path: string): FileFacts {
    return this.facts(this.need(path));
  }

  rename(from: string, to: string): void {
    const inode = this.need(from);
    const target = this.find(to);
    const old = target === null ? undefined : this.nodes.get(target);
    if (old?.kind === "folder" && old.names.size > 0) throw failure("ENOTEMPTY");
    if (old?.kind === "file" && this.nodes.get(inode)?.kind === "folder") throw failure("ENOTDIR");
    const [folder, toFolder] = [this.need(dirname(from)), this.need(dirname(to))];
    this.folderAt(folder).names.delete(basename(from));
    this.folderAt(toFolder).names.set(basename(to), inode);
    const names = { name: basename(from), toName: basename(to) };
    this.deeds.push({ does: "move", folder, toFolder, inode, ...names });
  }

  unlink(path: string): void {
    this.remove(path);
  }

  rmdir(path: string): void {
    if (this.folderAt(this.need(path)).names.size > 0) throw failure("ENOTEMPTY");
    this.remove(path);
  }

  mkdir(path: string): void {
    if (this.find(path) !== null) throw failure("EEXIST");
    this.make(path, { kind: "folder", names: new Map(), mode: 0o700 });
  }

  readdir(path: string): string[] {
    return [...this.folderAt(this.need(path)).names.keys()];
  }

  chmod(path: string): void {
    this.need(path);
  }

  fchmod(): void {}

  /** The bytes of a file, for tests that look or meddle. */
  bytesOf(path: string): Buffer {
    const node = this.nodes.get(this.need(path));
    return node?.kind === "file" ? node.bytes : Buffer.alloc(0);
  }

  /** Puts other bytes in a file as an editor would, at a later time. */
  meddle(path: string, bytes: Buffer): void {
    this.now += 1;
    this.rot(path, bytes).mtime = this.now;
  }

  /** Puts other bytes in a file as a failing disk would: its time stays. */
  rot(path: string, bytes: Buffer): FileNode {
    const node = this.nodes.get(this.need(path));
    if (node?.kind !== "file") throw failure("EISDIR");
    node.bytes = bytes;
    return node;
  }

  /** Puts a file there, in place of one that is there already. */
  place(path: string, bytes: Buffer): void {
    this.close(this.open(path, constants.O_CREAT));
    this.rot(path, bytes);
  }

  private make(path: string, node: Node): number {
    const folder = this.need(dirname(path));
    const inode = this.nextInode++;
    this.nodes.set(inode, node);
    this.folderAt(folder).names.set(basename(path), inode);
    this.deeds.push({ does: "make", folder, name: basename(path), inode, kind: node.kind });
    return inode;
  }

  private remove(path: string): void {
    const inode = this.need(path);
    const folder = this.need(dirname(path));
    this.folderAt(folder).names.delete(basename(path));
    this.deeds.push({ does: "remove", folder, name: basename(path), inode });
  }

  private find(path: string): number | null {
    if (path === "/") return 1;
    const parent = this.find(dirname(path));
    if (parent === null) throw failure("ENOENT");
    const node = this.nodes.get(parent);
    if (node?.kind !== "folder") throw failure("ENOTDIR");
    return node.names.get(basename(path)) ?? null;
  }

  private need(path: string): number {
    const inode = this.find(path);
    if (inode === null) throw failure("ENOENT");
    return inode;
  }

  private folderAt(inode: number): FolderNode {
    const node = this.nodes.get(inode);
    if (node?.kind !== "folder") throw failure("ENOTDIR");
    return node;
  }

  private fileOf(handle: number): FileNode {
    const node = this.nodes.get(this.handles.get(handle)?.inode ?? 0);
    if (node?.kind !== "file") throw failure("EBADF");
    return node;
  }

  private facts(inode: number): FileFacts {
    const node = this.nodes.get(inode);
    if (node === undefined) throw failure("EBADF");
    const isFile = node.kind === "file";
    return {
      size: isFile ? node.bytes.length : 0,
      mtimeMs: isFile ? node.mtime : 0,
      mode: node.mode,
      uid: 1000,
      nlink: 1,
      isFile: () => isFile,
      isDirectory: () => !isFile,
    };
  }
}

/** An error as Node throws them. */
export function failure(code: string, errno = -1): NodeJS.ErrnoException {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // Thousands are thrown, and a stack costs more than all else.
  const error = Object.assign(new Error(`${code}: injected`), { code, errno });
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}
