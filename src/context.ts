import type { Day } from "./domain/days/calendar.ts";

/** Everything an action may use that is not its input. Tests hand in another. */
export interface Context {
  /** The folder the books live in, absolute, normally `~/.valhalla`. */
  readonly home: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who the audit names. */
  readonly actor: string;
  /** The day given by `--today` or `VALHALLA_TODAY`, recorded in every change; null when it is the real one. */
  readonly todayGiven: Day | null;
  readonly out: Sink;
  readonly err: Sink;
  readonly ask: Ask;
  readonly files: OutsideFiles;
  /** How long to wait for another writer, in milliseconds. */
  readonly waitMs: number;
}

/** Where a value comes from; each goes before those after it. */
export type Origin = "flag" | "environment" | "config.json" | "default";

export interface Clock {
  /** The user's own calendar day, which near midnight is not the UTC day. */
  today(): Day;
  /** The instant, ISO 8601 in UTC, for stamping what was recorded when. */
  now(): string;
}

export interface Ids {
  /** A new id: the prefix, `_`, and 12 random characters of `[0-9a-z]`. */
  next(prefix: "pay" | "pc" | "tx" | "home" | "batch"): string;
}

export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns to fit; 80 when nobody is looking. */
  readonly columns: number;
  readonly color: boolean;
}

/** Puts questions to a person, on stderr. Refuses (`missing-value`) where there is no terminal to ask on. */
export interface Ask {
  /** Whether there is a person to ask: a terminal, and not `--no-input`. */
  readonly available: boolean;
  /** True for yes; `--yes` answers for the user. */
  confirm(question: string): Promise<boolean>;
  text(question: string, options?: TextQuestion): Promise<string>;
  select(question: string, choices: readonly Choice[]): Promise<string>;
}

export interface TextQuestion {
  readonly initial?: string;
  /** The complaint about an answer that will not do, or null. */
  readonly complaint?: (answer: string) => string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Files outside the home: what to import, where to export, a folder to play in. `-` is stdin or stdout. */
export interface OutsideFiles {
  /** The bytes of a file; refuses (`io`) what is missing or unreadable. */
  read(path: string): Promise<Uint8Array>;
  /** Puts a file in place whole or not at all; refuses (`io`). */
  write(path: string, chunks: Iterable<string>): void;
  /** Makes a folder, or takes one that is empty, and gives its absolute path; refuses (`conflict`, `io`) any other. */
  claimFolder(path: string): string;
  /** Lends an empty folder, and removes it with all that is in it once `use` has ended. */
  inScratchFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result>;
}
