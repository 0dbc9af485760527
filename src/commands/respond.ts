import type { ExitCode } from "../exit-code.ts";
import { cleanText } from "../render/clean-text.ts";
import { jsonChunks } from "../render/json.ts";
import { styleFor } from "../render/style.ts";
import type { Call } from "./call.ts";
import type { Face } from "./face.ts";

/** Prints an outcome: JSON or text on stdout, then its hints on stderr. Gives the exit code that the outcome has. */
export async function respond<Outcome extends object>(
  call: Call,
  outcome: Outcome,
  face: Face<Outcome>,
): Promise<ExitCode> {
  if (call.globals.json) printJson(call, face.json?.(outcome) ?? outcome);
  else printText(call, face.text(outcome, await styleOf(call), call));
  hint(call, face.hints?.(outcome, call) ?? []);
  return face.exit?.(outcome, call) ?? 0;
}

/** The style of stdout. */
export function styleOf({ context }: Call) {
  return styleFor(context.out, () => context.clock.today());
}

/** Prints JSON on stdout. */
export function printJson({ context }: Call, shown: object): void {
  for (const chunk of jsonChunks(shown)) context.out.write(chunk);
}

/** Prints lines on stdout. */
export function printText({ context }: Call, text: string): void {
  if (text !== "") context.out.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Prints lines on stderr for a person who wants hints; what they quote moves no cursor. */
export function hint({ context, globals }: Call, lines: readonly string[]): void {
  if (globals.json || globals.quiet) return;
  for (const line of lines) context.err.write(`${cleanText(line)}\n`);
}
