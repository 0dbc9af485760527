import { Refusal } from "./domain/refusal.ts";
import { type ExitCode, exitCodeOf } from "./exit-code.ts";
import { type Told, toldText } from "./render/refusal.ts";

/** How an error is told. */
interface Manner {
  readonly isJson: boolean;
  /** With where it was thrown. */
  readonly isDebugging: boolean;
}

/**
 * Says on stderr what went wrong, in a line and a hint or as JSON, and gives the exit code. Anything but a Refusal
 * is a bug of this program (70), except the end of a reader who had enough (`| head`), which is no error at all.
 */
export function reportError(
  error: unknown,
  err: { write(text: string): void },
  { isJson, isDebugging }: Manner,
): ExitCode {
  if (isClosedPipe(error)) return 0;
  err.write(toldText(error instanceof Refusal ? error : bugOf(error), isJson));
  if (isDebugging && error instanceof Error) err.write(`${error.stack}\n`);
  return error instanceof Refusal ? exitCodeOf[error.code] : 70;
}

function bugOf(error: unknown): Told {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "bug",
    message: `this is a bug in valhalla: ${message.split("\n")[0]}`,
    hint: "Run it again with --debug and report what it prints.",
  };
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
