import type { Edit } from "../../domain/change.ts";
import { type CollectionName, namesKept } from "../../domain/collections.ts";
import { isSameRecord } from "../../domain/history/undo.ts";
import type { CommitSetting } from "../commit.ts";
import type { Home } from "../disk/home.ts";
import { examineChain, type Head } from "../journal/chain.ts";
import { fileView, monthOfView, viewFolders } from "../views/layout.ts";
import { takeMoment } from "../views/moment.ts";
import { decodeRaw, rawOf, recordLines } from "../views/record-lines.ts";
import { refreshViews } from "../views/refresh.ts";
import { Views } from "../views/views.ts";
import { isAsStamped, type ViewsFile, viewsName } from "../views/views-file.ts";

/** Takes every view away and makes all of them again from the journal. */
export function remakeViews({ home, warn, today }: CommitSetting): void {
  for (const folder of viewFolders) {
    for (const name of home.list(folder)) {
      if (/\.jsonl?$/.test(name)) home.remove(`${folder}/${name}`);
    }
  }
  if (home.facts(viewsName) !== null) home.remove(viewsName);
  const moment = takeMoment(home);
  if (moment === null) return;
  refreshViews(new Views(home, moment, warn), moment.survey, today(), warn);
}

/** What proved views said of the records, by view. */
export type ProvedRecords = ReadonlyMap<string, ReadonlyMap<string, object>>;

/** Reads the records of every view that is as it was written. */
export function provedRecords(home: Home, views: ViewsFile | null): ProvedRecords {
  const proved = new Map<string, ReadonlyMap<string, object>>();
  for (const [view, stamp] of views?.stamps ?? []) {
    const bytes = collectionOf(view) === null ? null : home.read(view);
    if (bytes === null || !isAsStamped(bytes, stamp)) continue;
    const lines = recordLines(rawOf(bytes.subarray(0, stamp.size)));
    const records = Array.from(lines, (line): { id: string } => JSON.parse(decodeRaw(line)));
    proved.set(view, new Map(records.map((record) => [record.id, record])));
  }
  return proved;
}

/**
 * The edits that put back what proved views held and the remade ones lack, because the line that wrote it is lost. Records that
 * lines after `head` changed are left as those say.
 */
export function recoveringEdits(
  home: Home,
  before: ProvedRecords,
  after: ProvedRecords,
  head: Head,
): Edit[] {
  const later = changedAfter(home, head);
  return [...before].flatMap(([view, held]) => {
    const collection = collectionOf(view);
    const made = after.get(view) ?? new Map<string, object>();
    const ids = new Set([...held.keys(), ...made.keys()]);
    return [...ids]
      .filter((id) => !later.has(`${collection} ${id}`))
      .filter((id) => !isSameRecord(held.get(id), made.get(id)))
      .map(
        (id) =>
          ({ collection, id, before: made.get(id) ?? null, after: held.get(id) ?? null }) as Edit,
      );
  });
}

function changedAfter(home: Home, { seq }: Head): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const { line } of examineChain(home)) {
    if (line.seq <= seq) continue;
    for (const { collection, id } of line.edits) changed.add(`${collection} ${id}`);
  }
  return changed;
}

/** The collection whose records a view holds; null for a lookup. */
function collectionOf(view: string): CollectionName | null {
  const list = namesKept("list").find((name) => fileView(name) === view);
  return list ?? namesKept("month").find((name) => monthOfView(name, view) !== null) ?? null;
}
