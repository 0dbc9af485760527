import type { Change } from "../../domain/change.ts";
import type { JournalLine } from "./line.ts";

/**
 * The change that lets the chain go on where lines are damaged or gone: a bridge. It names every fault before it, so that
 * nothing is hidden and nothing that is spoilt later is taken for it.
 */
export function bridgeOver(
  faults: readonly string[],
  { edits, meta }: Pick<Change, "edits" | "meta">,
): Change {
  return { area, action, ref_id: null, meta: { ...meta, faults }, edits };
}

/** Whether a line is a bridge. */
export function isBridge(line: JournalLine): boolean {
  return line.area === area && line.action === action;
}

/** Whether a bridge names just these faults. */
export function namesFaults({ meta }: JournalLine, faults: readonly string[]): boolean {
  return JSON.stringify(meta["faults"]) === JSON.stringify(faults);
}

const area = "journal";
const action = "bridge";
