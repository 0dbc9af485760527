import type { Change, Edit } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";

/** A change as it is shown: its line of the audit to be, and the records it puts in place. */
export interface ShownChange extends Omit<Change, "edits" | "key"> {
  /** The first thousand. */
  readonly edits: readonly Edit[];
  /** How many there are in all. */
  readonly records: number;
}

const mostEdits = 1000;

/** Shows a change as it would be kept, under the day that was given for today; reads its edits once. */
export function shownChange(
  { area, action, ref_id, meta, edits }: Change,
  todayGiven: Day | null,
): ShownChange {
  const shown: Edit[] = [];
  let records = 0;
  for (const edit of edits) {
    if (records < mostEdits) shown.push(edit);
    records += 1;
  }
  const kept = todayGiven === null ? meta : { ...meta, today: todayGiven };
  return { area, action, ref_id, meta: kept, edits: shown, records };
}
