import type { Receipted } from "../actions/books.ts";
import { listUndoable, undo } from "../actions/undo.ts";
import { eventId } from "../domain/history/audit-event.ts";
import { Refusal } from "../domain/refusal.ts";
import { renderEvents } from "../render/events.ts";
import { renderUndone } from "../render/undone.ts";
import { describeCommand, type Register } from "./command.ts";
import { wholeNumberFlag } from "./flags.ts";
import { respond } from "./respond.ts";

interface UndoFlags {
  readonly list?: boolean;
  readonly limit: number;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("undo [change]"), {
    examples: ["valhalla undo", "valhalla undo --list", "valhalla undo ev_8f3a21bc90de"],
    exits: [1, 3, 4, 74],
    notes:
      "Without a change it takes back the last one that stands; again takes back the one before.",
  })
    .option("--list", "list what could be undone, newest first")
    .option("--limit <n>", "how many to list", wholeNumberFlag("--limit", 1, 10_000), 20)
    .action(async (change: string | undefined, { list, limit }: UndoFlags) => {
      if (list !== true) {
        const undone = await undo(call.context, change ?? null);
        await respond(call, undone, {
          text: renderUndone,
          hints: hintsAfterUndo,
        });
        return;
      }
      if (change !== undefined)
        throw new Refusal("usage", "undo --list takes no change", "To undo it, leave out --list.");
      await respond(call, await listUndoable(call.context, limit), { text: renderEvents });
    });
};

/** A plain `undo` would take back the change before, so this one is named. */
function hintsAfterUndo({ seq, hash }: Receipted): string[] {
  const receipt = `Receipt ${seq}:${hash}. To have it back: valhalla undo ${eventId(hash ?? "")}`;
  return ["Next: valhalla audit", receipt];
}
