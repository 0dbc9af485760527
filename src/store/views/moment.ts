import type { Buffer } from "node:buffer";
import { Refusal } from "../../domain/refusal.ts";
import { readConfigBytes } from "../config-file.ts";
import type { Home } from "../disk/home.ts";
import { origin } from "../journal/chain.ts";
import { decodeLine, journalFormat, newerFormat } from "../journal/line.ts";
import { segmentLines, segmentName, segmentSize } from "../journal/segments.ts";
import { type Survey, surveyChain } from "../journal/survey.ts";
import { viewFolders } from "./layout.ts";
import { readViewsFile, type ViewsFile, viewsName } from "./views-file.ts";

/** What is known of a home at one moment, before any view is read. */
export interface Moment {
  /** Null where it is missing or of no use: then the journal answers everything. */
  readonly views: ViewsFile | null;
  /** From where the views stand to the chain's end. */
  readonly survey: Survey;
  /** The user's settings as their file had them just before the survey, which knows what it may lack. */
  readonly config: Buffer | null;
}

/** Takes the moment; null where there is no home. Refuses `unsafe-home`, `newer-format`, and `damaged` where one was. */
export function takeMoment(home: Home): Moment | null {
  if (!home.isThere()) return null;
  const views = readViewsFile(home);
  // The journal is read last: whatever the file is ahead of, the survey has seen too.
  const config = readConfigBytes(home);
  const survey = surveyChain(home, views?.head ?? origin);
  if (views !== null && survey.broken !== null) refuseOtherHome(home, views);
  if (survey.head.seq > 0) return { views, survey, config };
  refuseLostJournal(home);
  return null;
}

/**
 * What a reader is to be told of a journal that breaks off; null where it does not. Refuses (`damaged`) where it may hold more
 * than the views, which are proved, had followed.
 */
export function doubtAbout(home: Home, { views, survey }: Moment): string | null {
  const { broken } = survey;
  if (broken === null) return null;
  if (views === null || survey.head.seq > views.head.seq) throw damagedJournal(broken);
  const { seq, segment, offset } = views.head;
  const isLonger = (segmentSize(home, segment) ?? 0) > offset;
  if (isLonger || segmentSize(home, segment + 1) !== null) throw damagedJournal(broken);
  return `${damagedJournal(broken).message}. What is shown is as it was after line ${seq}`;
}

/** What a damaged journal is refused with. */
export function damagedJournal(fault: string): Refusal {
  return new Refusal(
    "damaged",
    `the journal is damaged: ${fault}`,
    "See what is lost: valhalla doctor. Put a copy of audit_log back, or go on with: valhalla doctor --repair",
  );
}

/** The journal of another home proves by itself: only `views.json` remembers whose it should be. */
function refuseOtherHome(home: Home, { home_id }: ViewsFile): void {
  const { homeId } = surveyChain(home, origin);
  if (homeId === null || homeId === home_id) return;
  throw damagedJournal(`${segmentName(1)} is the journal of another home`);
}

/**
 * Refuses (`damaged`, `newer-format`) a folder that is no home by its journal, but was one: the first line is spoilt or gone, or
 * is of a later format. A first line cut short while the home was made is no loss: it may be made again.
 */
function refuseLostJournal(home: Home): void {
  for (const { bytes } of segmentLines(home.read(segmentName(1)))) {
    if (formatOf(bytes) > journalFormat) throw newerFormat();
    if (decodeLine(bytes) !== null) throw damagedJournal("it has lost its first line");
  }
  const traces = [viewsName, segmentName(2), ...viewFolders];
  if (traces.some((name) => home.facts(name) !== null)) {
    throw damagedJournal("it has lost its first line");
  }
}

/** The format a line says it has; 0 where it says none. */
function formatOf(bytes: Buffer): number {
  return Number(/^\{"v":(\d{1,6}),/.exec(bytes.toString("latin1", 0, 16))?.[1] ?? 0);
}
