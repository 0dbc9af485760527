import type { ShownChange } from "../actions/shown-change.ts";
import { counted } from "../domain/words/counted.ts";
import { renderEdits } from "./events.ts";
import type { Style } from "./style.ts";

/** What a command would say, and under it the change that it would keep, with the first of its records. */
export function renderDryRun(text: string, change: ShownChange | null, style: Style): string {
  const said = ["Dry run, nothing is kept:", text.trimEnd()];
  if (change === null) return [...said, "", "It would change nothing."].join("\n");
  const { area, action, edits, records } = change;
  const shown = edits.slice(0, mostShown);
  const more = records - shown.length;
  return [
    ...said,
    "",
    `${style.bold(`${area} ${action}`)}, ${counted(records, "record")}`,
    ...renderEdits(shown, style),
    ...(more > 0 ? ["", `and ${more} more`] : []),
  ].join("\n");
}

const mostShown = 20;
