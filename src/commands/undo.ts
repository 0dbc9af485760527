import { undo } from "../actions/told/undo.ts";
import { undoable, usualUndoable } from "../actions/told/undoable.ts";
import { eventId } from "../domain/history/audit-event.ts";
import { Refusal } from "../domain/refusal.ts";
import { renderEvents } from "../render/events.ts";
import { renderUndone } from "../render/undone.ts";
import { answer } from "./answer.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[change]"), {
    examples: ["valhalla undo", "valhalla undo --list", "valhalla undo ev_8f3a21bc90de"],
    exits: [1, 3, 4, 74],
    notes:
      "Without a change it takes back the last one that stands; again takes back the one before.",
  })
    .option("--list", "list what could be undone, newest first")
    .option("--limit <n>", `how many to list (default: ${usualUndoable})`);
  addChangeFlags(command);
  on(command, (call) => {
    if (call.typed["list"] !== true) {
      return change(call, undo, {
        flags: ["limit"],
        text: renderUndone,
        next: () => "valhalla audit",
        // A plain undo would take back the change before, so this one is named.
        receipt: ({ seq, hash }) =>
          `Receipt ${seq}:${hash}. To have it back: valhalla undo ${eventId(hash)}`,
      });
    }
    if (call.typed["change"] !== undefined) {
      throw new Refusal("usage", "undo --list takes no change", "To undo it, leave out --list.");
    }
    return answer(call, undoable, { flags: ["list"], text: renderEvents });
  });
};
