import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { OutsideFiles } from "../context.ts";
import { Refusal } from "../domain/refusal.ts";

/** Files outside the home; `-` is standard input. A file is written beside its place and then put there. */
export const outsideFiles: OutsideFiles = {
  read: async (path) => {
    try {
      return readFileSync(path === "-" ? 0 : path);
    } catch (error) {
      throw unreadable(path, error);
    }
  },
  write: (path, chunks) => {
    const beside = `${path}.${process.pid}.tmp`;
    try {
      writeWhole(beside, chunks);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      if (!isSystemError(error)) throw error;
      throw new Refusal("io", `cannot write ${path}: ${reasonOf(error)}`, "Nothing was written.");
    }
  },
  claimFolder: (path) => {
    const folder = resolve(path);
    if (isEmptyOnceMade(folder)) return folder;
    throw new Refusal(
      "conflict",
      `${path} is there already, and is not empty`,
      "Name a folder that is new or empty.",
    );
  },
  inScratchFolder: async (use) => {
    const folder = newScratchFolder();
    try {
      return await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function newScratchFolder(): string {
  const parent = process.getBuiltinModule("node:os").tmpdir();
  try {
    return mkdtempSync(join(parent, "valhalla-"));
  } catch (error) {
    throw new Refusal(
      "io",
      `cannot make a folder in ${parent}: ${reasonOf(error)}`,
      "Name a folder that you may write in with TMPDIR.",
    );
  }
}

function isEmptyOnceMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder).length === 0;
  } catch (error) {
    throw new Refusal(
      "io",
      `cannot make ${folder}: ${reasonOf(error)}`,
      "Choose another folder, one you may write in.",
    );
  }
}

function writeWhole(path: string, chunks: Iterable<string>): void {
  const file = openSync(path, "wx", 0o600);
  try {
    for (const chunk of chunks) {
      for (let rest = Buffer.from(chunk); rest.length > 0; ) {
        rest = rest.subarray(writeSync(file, rest));
      }
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function unreadable(path: string, error: unknown): Refusal {
  const name = path === "-" ? "standard input" : path;
  return new Refusal("io", `cannot read ${name}: ${reasonOf(error)}`, "Check the path.");
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "it is not permitted",
    EPERM: "it is not permitted",
    EEXIST: "there is a file of that name",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
  };
  return reasons[error.code ?? ""] ?? error.code ?? error.message;
}
