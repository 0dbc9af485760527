import { fstatSync, statSync } from "node:fs";

/** A descriptor with a person behind it. */
export interface Terminal {
  readonly columns: number;
}

/**
 * The terminal behind a descriptor, null where there is none. Loading `tty` costs more than a small command, so a
 * pipe, a file and the null device are ruled out first.
 */
export function terminalOf(descriptor: 0 | 1 | 2): Terminal | null {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice() || stat.rdev === statSync("/dev/null").rdev) return null;
  } catch {
    return null;
  }
  if (!process.getBuiltinModule("node:tty").isatty(descriptor)) return null;
  const columns = descriptor === 1 ? process.stdout.columns : process.stderr.columns;
  return { columns: columns > 0 ? columns : 80 };
}
