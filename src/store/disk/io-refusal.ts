import { Refusal } from "../../domain/refusal.ts";

/**
 * Turns an error of the disk into the refusal `io`, one line: `consequence` says what it means for the user
 * ("nothing was saved"). Passes a `Refusal` on and throws anything else as the bug it is.
 */
export function ioRefusal(error: unknown, consequence: string): Refusal {
  if (error instanceof Refusal) return error;
  if (!isSystemError(error)) throw error;
  const [reason, hint] = explain(error);
  return new Refusal("io", `${reason}: ${consequence}`, hint);
}

/** Whether an error has one of these codes (`ENOENT`, …). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isSystemError(error) && codes.includes(error.code ?? "");
}

function explain(error: NodeJS.ErrnoException): [reason: string, hint: string] {
  const code = error.code ?? "";
  // Node 20 gives a full quota no code of its own: only the number tells.
  if (Math.abs(error.errno ?? 0) === 122) return explanations["EDQUOT"] ?? fallback(error);
  return explanations[code] ?? fallback(error);
}

const explanations: Readonly<Record<string, [reason: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "Free some space and run it again."],
  EDQUOT: ["the disk quota is used up", "Free some space and run it again."],
  EFBIG: ["a file would grow past the system's limit", "Raise the file size limit (ulimit -f)."],
  EROFS: ["the disk is read-only", "Make it writable, or choose another home with --home."],
  EACCES: ["permission denied", "Check that the home and everything in it belong to you."],
  EPERM: ["permission denied", "Check that the home and everything in it belong to you."],
  EMFILE: ["too many open files", "Close some programs, or raise the limit (ulimit -n)."],
  ENFILE: ["too many open files", "Close some programs and run it again."],
  EIO: ["the disk reports an error", "Check the disk, then run it again."],
};

function fallback(error: NodeJS.ErrnoException): [reason: string, hint: string] {
  return [`the disk says ${error.code ?? error.message}`, "Check the home, then run it again."];
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ("code" in error || "errno" in error);
}
