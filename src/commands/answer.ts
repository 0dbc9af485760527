import type { Question } from "../actions/action.ts";
import type { Said } from "../actions/input.ts";
import { ask } from "../actions/perform.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Call } from "./call.ts";
import type { Face } from "./face.ts";
import { respond } from "./respond.ts";

/** Asks a question of the books as it was typed, and shows the answer. */
export async function answer<Input, Outcome extends object>(
  call: Call,
  question: Question<Input, Outcome>,
  face: Face<Outcome>,
  said: Said = call.typed,
): Promise<ExitCode> {
  const outcome = await ask(call.context, question, withoutFlags(said, face.flags ?? []));
  return respond(call, outcome, face);
}

/** What is said to an action: what was typed, without the flags of the screen. */
export function withoutFlags(said: Said, flags: readonly string[]): Said {
  return Object.fromEntries(Object.entries(said).filter(([name]) => !flags.includes(name)));
}
