import type { Receipt } from "../domain/history/audit-event.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Style } from "../render/style.ts";
import type { Call } from "./call.ts";

/** How the outcome of an action is shown. */
export interface Face<Outcome> {
  /** What a person reads on stdout; lines, or nothing. */
  readonly text: (outcome: Outcome, style: Style, call: Call) => string;
  /** What is printed as JSON, where that is not the outcome itself. */
  readonly json?: (outcome: Outcome) => object;
  /** What is worth knowing besides, a line each, on stderr. */
  readonly hints?: (outcome: Outcome, call: Call) => readonly string[];
  /** The exit code, where the outcome may be another than 0. */
  readonly exit?: (outcome: Outcome, call: Call) => ExitCode;
  /** Flags that are for the screen, and not said to the action. */
  readonly flags?: readonly string[];
}

/** How the outcome of a change is shown. */
export interface ChangeFace<Outcome> extends Face<Outcome> {
  /** The next useful command. */
  readonly next?: (outcome: Outcome) => string;
  /** The line that tells the receipt and how to take the change back, where it is not the usual one. */
  readonly receipt?: (receipt: Receipt) => string;
  /** Why nothing was done although there is an outcome to show; it is told as any refusal is. */
  readonly refusal?: (outcome: Outcome) => Refusal | null;
}
