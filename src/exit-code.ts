import type { RefusalCode } from "./domain/refusal.ts";

/** Every number the program may end with, and what it tells a script. */
export const exitMeanings = {
  0: "done (also: nothing to do)",
  1: "refused by a rule (not found, ambiguous, duplicate, nothing owed, ...)",
  2: "usage: unknown command or flag, bad amount, day or cadence",
  3: "a file is damaged, or newer than this program",
  4: "busy: another process held the lock past the wait",
  5: "declined at a prompt",
  10: "findings, where they were asked for",
  70: "a bug in valhalla",
  74: "input or output failed (disk full, not permitted)",
  130: "interrupted",
} as const;

export type ExitCode = keyof typeof exitMeanings;

/** The exit code of each refusal; anything else that is thrown is a bug and ends with 70. */
export const exitCodeOf: Readonly<Record<RefusalCode, ExitCode>> = {
  "not-found": 1,
  ambiguous: 1,
  duplicate: 1,
  "nothing-owed": 1,
  "not-allowed": 1,
  "already-done": 1,
  conflict: 1,
  "key-reused": 1,
  "no-home": 1,
  usage: 2,
  "bad-amount": 2,
  "bad-currency": 2,
  "bad-day": 2,
  "bad-cadence": 2,
  "bad-value": 2,
  "missing-value": 2,
  damaged: 3,
  "newer-format": 3,
  "bad-input-file": 3,
  busy: 4,
  declined: 5,
  io: 74,
  "unsafe-home": 74,
  interrupted: 130,
};
