import type { Day } from "../domain/days/calendar.ts";

/** The flags that every command takes, wherever on the line they stand. */
export interface Globals {
  readonly home: string | null;
  readonly today: Day | null;
  readonly json: boolean;
  readonly noColor: boolean;
  /** No hints, no warnings about nothing. */
  readonly quiet: boolean;
  /** Yes to every question. */
  readonly yes: boolean;
  readonly noInput: boolean;
  readonly debug: boolean;
  /** How long to wait for another writer, in milliseconds; null is the usual time. */
  readonly waitMs: number | null;
}

/** The global flags as help shows them. */
export const globalFlags: readonly { readonly flags: string; readonly meaning: string }[] = [
  { flags: "--home <folder>", meaning: "where the books are kept (default: ~/.valhalla)" },
  { flags: "--today <day>", meaning: "take this day for today; recorded with every change" },
  { flags: "--json", meaning: "print JSON" },
  { flags: "--no-color", meaning: "print without colour" },
  { flags: "-q, --quiet", meaning: "print no hints" },
  { flags: "-y, --yes", meaning: "answer yes to every question" },
  { flags: "--no-input", meaning: "never ask" },
  { flags: "--wait <seconds>", meaning: "wait so long for another writer (default: 10)" },
  { flags: "--debug", meaning: "print where an error came from" },
  { flags: "-V, --version", meaning: "print the version" },
];
