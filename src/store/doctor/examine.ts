import { namesKept } from "../../domain/collections.ts";
import type { Ailment } from "../../domain/doctor/ailment.ts";
import { isSameRecord } from "../../domain/history/undo.ts";
import type { Home } from "../disk/home.ts";
import { origin } from "../journal/chain.ts";
import { journalFolder } from "../journal/segments.ts";
import { settledLines, surveyChain } from "../journal/survey.ts";
import { verifyJournal } from "../journal/verify.ts";
import { fileView, monthOfView } from "../views/layout.ts";
import { addLine, emptyOverlay } from "../views/overlay.ts";
import { decodeRaw, idOf, type RawText, rawOf, recordLines } from "../views/record-lines.ts";
import { readViewsFile, spoiltViews, type ViewsFile, viewsName } from "../views/views-file.ts";
import { fileAilments } from "./file-ailments.ts";

/** Looks at everything in the home, and says what is wrong with its files. Changes nothing. */
export function examineHome(home: Home): Ailment[] {
  const views = readViewsFile(home);
  const journal = journalAilments(home, views);
  const isSound = journal.length === 0;
  return [
    ...journal,
    ...viewAilments(home, views),
    ...(isSound && views !== null ? differences(home, views) : []),
    ...fileAilments(home),
  ];
}

function journalAilments(home: Home, views: ViewsFile | null): Ailment[] {
  const witnesses = views === null ? [] : [{ ...views.head, by: viewsName }];
  return verifyJournal(home, witnesses).problems.map((message) => ({
    ...({ kind: "journal", is_problem: true, file: journalFolder, record: null } as const),
    message,
    hint: "Put a copy of audit_log back, or go on with what proves: valhalla doctor --repair",
  }));
}

function viewAilments(home: Home, views: ViewsFile | null): Ailment[] {
  if (views === null) {
    const message = `${viewsName} is missing or damaged: every question reads the whole journal`;
    return [viewAilment(viewsName, message)];
  }
  return spoiltViews(home, views).map(({ view, problem }) => viewAilment(view, problem));
}

function viewAilment(file: string, message: string, record: string | null = null): Ailment {
  return {
    ...{ kind: "view", is_problem: true, file, record, message },
    hint: "To keep what was changed by hand: valhalla doctor --adopt. To make it again from the journal: valhalla doctor --repair",
  };
}

/** Compares the views with the journal, record by record, as far as both say something of the same line. */
function differences(home: Home, views: ViewsFile): Ailment[] {
  const overlay = emptyOverlay();
  const survey = surveyChain(home, origin, { until: views.head });
  for (const { line } of settledLines(home, origin, survey)) addLine(overlay, line);
  const names = new Set([...views.stamps.keys(), ...overlay.views.keys()]);
  return [...names].filter(isOfRecords).flatMap((view) => {
    const kept = new Map<string, RawText>();
    const bytes = home.read(view)?.subarray(0, views.stamps.get(view)?.size ?? 0);
    for (const line of recordLines(bytes === undefined ? "" : rawOf(bytes)))
      kept.set(idOf(line), line);
    const told = overlay.views.get(view)?.lines ?? new Map<string, RawText | null>();
    const ids = new Set([...kept.keys(), ...told.keys()]);
    return [...ids]
      .filter((id) => !isSameLine(kept.get(id) ?? null, told.get(id) ?? null))
      .map((id) => viewAilment(view, `${id} in ${view} is not what the journal says`, id));
  });
}

function isOfRecords(view: string): boolean {
  const lists: readonly string[] = namesKept("list").map(fileView);
  return (
    lists.includes(view) || namesKept("month").some((name) => monthOfView(name, view) !== null)
  );
}

function isSameLine(one: RawText | null, other: RawText | null): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  return isSameRecord(JSON.parse(decodeRaw(one)), JSON.parse(decodeRaw(other)));
}
