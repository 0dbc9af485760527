import { jsonChunks } from "../render/json.ts";
import { type Style, styleFor } from "../render/style.ts";
import type { Call } from "./call.ts";

/** How the outcome of a command is shown. */
export interface Face<Outcome> {
  /** What a person reads on stdout; lines, or nothing. */
  readonly text: (outcome: Outcome, style: Style) => string;
  /** What is printed as JSON, where that is not the outcome itself. */
  readonly json?: (outcome: Outcome) => unknown;
  /** The next useful command, and how to undo: a line each, on stderr. */
  readonly hints?: (outcome: Outcome) => readonly string[];
}

/** Prints the outcome of a command: JSON or text on stdout, then its hints on stderr unless told to be quiet. */
export async function respond<Outcome>(
  { context, globals }: Call,
  outcome: Outcome,
  face: Face<Outcome>,
): Promise<void> {
  if (globals.json) {
    const shown = face.json === undefined ? outcome : face.json(outcome);
    for (const chunk of jsonChunks(shown)) context.out.write(chunk);
    return;
  }
  const text = face.text(outcome, await styleFor(context.out, () => context.clock.today()));
  if (text !== "") context.out.write(text.endsWith("\n") ? text : `${text}\n`);
  if (globals.quiet) return;
  for (const hint of face.hints?.(outcome) ?? []) context.err.write(`${hint}\n`);
}
