import { Refusal } from "./domain/refusal.ts";
import { type ExitCode, exitCodeOf } from "./exit-code.ts";
import { cleanText } from "./render/clean-text.ts";
import { jsonText } from "./render/json.ts";
import type { Stream } from "./world.ts";

/**
 * Says on stderr what went wrong, in a line and a hint or as JSON, and gives the exit code. Anything but a Refusal
 * is a bug of this program (70), except the end of a reader who had enough (`| head`), which is no error at all.
 */
export function reportError(error: unknown, argv: readonly string[], err: Stream): ExitCode {
  if (isClosedPipe(error)) return 0;
  const flags = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const refusal = error instanceof Refusal ? error : null;
  const told = {
    code: refusal?.code ?? "bug",
    message: refusal?.message ?? `this is a bug in valhalla: ${firstLine(error)}`,
    hint: refusal === null ? "Run it again with --debug and report what it prints." : refusal.hint,
  };
  err.write(flags.includes("--json") ? jsonText({ error: told }) : plainLines(told));
  if (flags.includes("--debug") && error instanceof Error) err.write(`${error.stack}\n`);
  return refusal === null ? 70 : exitCodeOf[refusal.code];
}

function plainLines({ message, hint }: { message: string; hint: string }): string {
  const hints = hint.split("\n").map(cleanText);
  return `${[`valhalla: ${cleanText(message)}`, ...hints].join("\n")}\n`;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? "";
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
