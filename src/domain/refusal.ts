/** Every reason the program has for not doing what was asked. `exit-code.ts` says what each one exits with. */
export type RefusalCode =
  // a rule of the domain says no
  | "not-found"
  | "ambiguous"
  | "duplicate"
  | "nothing-owed"
  | "not-allowed"
  | "already-done"
  | "conflict"
  | "key-reused"
  | "no-home"
  // the command line is wrong
  | "usage"
  | "bad-amount"
  | "bad-currency"
  | "bad-day"
  | "bad-cadence"
  | "bad-value"
  | "missing-value"
  // a file is wrong
  | "damaged"
  | "newer-format"
  | "bad-input-file"
  // the machine says no
  | "busy"
  | "declined"
  | "io"
  | "unsafe-home"
  | "interrupted";

/**
 * The one error this program throws on purpose: what is wrong, in the user's words, and the next
 * step that would mend it. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly hint: string;

  constructor(code: RefusalCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
