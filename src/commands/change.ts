import type { Deed } from "../actions/action.ts";
import type { Said } from "../actions/input.ts";
import { type Manner, type Performed, perform } from "../actions/perform.ts";
import type { Receipt } from "../domain/history/audit-event.ts";
import { type ExitCode, exitCodeOf } from "../exit-code.ts";
import { renderDryRun } from "../render/dry-run.ts";
import { toldText } from "../render/refusal.ts";
import { withoutFlags } from "./answer.ts";
import type { Call } from "./call.ts";
import type { ChangeFace } from "./face.ts";
import { hint, printJson, printText, styleOf } from "./respond.ts";

/** Performs a deed as it was typed, and shows what became of it; `said` is what was said, where more than was typed. */
export async function change<Input, Outcome extends object>(
  call: Call,
  deed: Deed<Input, Outcome>,
  face: ChangeFace<Outcome>,
  said: Said = call.typed,
): Promise<ExitCode> {
  const flags = ["dry_run", "key", ...(face.flags ?? [])];
  const performed = await perform(call.context, deed, withoutFlags(said, flags), mannerOf(call));
  return showPerformed(call, performed, face);
}

/** How a change is asked for, by the flags that every changing command takes. */
function mannerOf({ typed }: Call): Manner {
  const { dry_run, key } = typed;
  return { dry_run: dry_run === true, key: typeof key === "string" ? key : null };
}

async function showPerformed<Outcome extends object>(
  call: Call,
  performed: Performed<Outcome>,
  face: ChangeFace<Outcome>,
): Promise<ExitCode> {
  const { outcome, receipt } = performed;
  if (call.globals.json) printJson(call, jsonOf(performed, face));
  else printText(call, await textOf(call, performed, face));
  if (performed.repeats !== undefined) tellRepeated(call, performed);
  if (outcome === null) return 0;
  hint(call, face.hints?.(outcome, call) ?? []);
  if (receipt !== null && performed.repeats === undefined) {
    hint(call, linesAfter(outcome, receipt, face));
  }
  const refusal = face.refusal?.(outcome) ?? null;
  if (refusal === null) return face.exit?.(outcome, call) ?? 0;
  call.context.err.write(toldText(refusal, call.globals.json));
  return exitCodeOf[refusal.code];
}

/** After a change: the next useful command, and how to take the change back. */
function linesAfter<Outcome>(outcome: Outcome, receipt: Receipt, face: ChangeFace<Outcome>) {
  const next = face.next === undefined ? [] : [`Next: ${face.next(outcome)}`];
  return [...next, (face.receipt ?? usualReceipt)(receipt)];
}

/** The outcome with its receipt; after a dry run with the change that would be kept. */
function jsonOf<Outcome extends object>(
  { outcome, receipt, would, repeats }: Performed<Outcome>,
  face: ChangeFace<Outcome>,
): object {
  const shown = outcome === null ? {} : (face.json?.(outcome) ?? outcome);
  const undone_by = repeats?.undone_by ?? null;
  return {
    ...shown,
    seq: receipt?.seq ?? null,
    hash: receipt?.hash ?? null,
    ...(would !== undefined && { dry_run: true, change: would }),
    ...(undone_by !== null && { undone_by }),
  };
}

async function textOf<Outcome extends object>(
  call: Call,
  { outcome, receipt, would }: Performed<Outcome>,
  face: ChangeFace<Outcome>,
): Promise<string> {
  if (outcome === null) return `Done already, as change ${receipt?.seq}`;
  const style = await styleOf(call);
  const text = face.text(outcome, style, call);
  return would === undefined ? text : renderDryRun(text, would, style);
}

/** The answer to a key that was used before may surprise, so it is said, and always where it no longer holds. */
function tellRepeated(call: Call, { receipt, repeats }: Performed<object>): void {
  const change = `change ${receipt?.seq}`;
  const undoneBy = repeats?.undone_by ?? null;
  if (undoneBy === null)
    hint(call, [`This key was used for ${change}: nothing was changed again.`]);
  else call.context.err.write(`valhalla: ${change} of this key was taken back, by ${undoneBy}\n`);
}

const usualReceipt = ({ seq, hash }: Receipt): string =>
  `Receipt ${seq}:${hash}. To undo it: valhalla undo`;
