import { Refusal } from "../../domain/refusal.ts";
import { factsAt } from "../disk/file-reading.ts";
import { type HomeFolder, inHome } from "../disk/home-folder.ts";
import { viewFolders } from "../views/view-table.ts";
import { viewsName } from "../views/views-file.ts";
import { decodeLine, journalFormat, newerFormat } from "./journal-line.ts";
import { segmentLines, segmentName } from "./segment-lines.ts";

/**
 * Refuses (`damaged`, `newer-format`) a folder that is no home by its journal, but was one: the first line is
 * spoilt or gone, or is of a later format. A first line cut short while the home was made is no loss: it may be
 * made again.
 */
export function refuseLostJournal(home: HomeFolder): void {
  for (const { bytes } of segmentLines(home, inHome(home, segmentName(1)), 0)) {
    if (formatOf(bytes) > journalFormat) throw newerFormat();
    if (decodeLine(bytes) !== null) throw lost(home);
  }
  const traces = [viewsName, segmentName(2), ...Object.values(viewFolders)];
  if (traces.some((name) => factsAt(home, inHome(home, name)) !== null)) throw lost(home);
}

/** The format a line says it has; 0 where it says none. */
function formatOf(bytes: Buffer): number {
  return Number(/^\{"v":(\d{1,6}),/.exec(bytes.toString("latin1", 0, 16))?.[1] ?? 0);
}

function lost({ path }: HomeFolder): Refusal {
  return new Refusal(
    "damaged",
    `the journal in ${path} has lost its first line`,
    "Put a copy of audit_log back, then run it again.",
  );
}
