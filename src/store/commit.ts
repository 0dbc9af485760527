import type { Change, Decision } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { Receipt } from "../domain/history/audit-event.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Home } from "./disk/home.ts";
import { hasCode, ioRefusal } from "./disk/io-refusal.ts";
import { appendChange, type Limits } from "./journal/append.ts";
import { origin } from "./journal/chain.ts";
import { journalFolder } from "./journal/segments.ts";
import { type Survey, surveyChain } from "./journal/survey.ts";
import { sweep } from "./lock/lock.ts";
import { emptySnapshot, type Snapshot } from "./snapshot.ts";
import { HomeSnapshot } from "./views/home-snapshot.ts";
import { isListView, viewFolders, viewOf } from "./views/layout.ts";
import { damagedJournal, type Moment, takeMoment } from "./views/moment.ts";
import { refreshViews } from "./views/refresh.ts";
import { Views } from "./views/views.ts";

/** What became of a decision. */
export interface Committed<Outcome> {
  readonly outcome: Outcome;
  /** Null when there was nothing to change, and nothing was written. */
  readonly receipt: Receipt | null;
}

/** What a commit needs besides the decision. */
export interface CommitSetting {
  readonly home: Home;
  readonly limits: Limits;
  /** Who, when, and under which given day. */
  sign(): { ts: string; actor: string; todayGiven: string | null };
  today(): Day;
  newBatchId(): string;
  warn(text: string): void;
}

/**
 * Decides on the latest state and keeps the decision. Decides again when the read-back shows that another writer came first.
 * `begin` makes the home where there is none, or refuses; what changes nothing makes none. Refuses `damaged` (a broken journal is
 * not written on) and `io`. The caller holds the lock.
 */
export function commitDecision<Outcome>(
  setting: CommitSetting,
  decide: (snapshot: Snapshot) => Decision<Outcome>,
  begin: () => void,
): Committed<Outcome> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const moment = takeMoment(setting.home);
    if (moment === null) {
      const unchanged = unchangedWithout(decide);
      if (unchanged !== null) return unchanged;
      begin();
      continue;
    }
    const { broken } = moment.survey;
    if (broken !== null) throw damagedJournal(broken);
    const views = new Views(setting.home, moment, setting.warn);
    views.isFinal = true;
    const { change, outcome } = decide(new HomeSnapshot(views));
    if (change === null) return { outcome, receipt: null };
    proveLists(views, change);
    const kept = keepChange(setting, moment, change);
    if (kept === null) continue;
    refreshAfter(setting, views, kept.survey);
    return { outcome, receipt: kept.receipt };
  }
  throw new Refusal("busy", "other writers always came first", "Run it again.");
}

/** Makes the first line of a home, which holds `meta`. Refuses (`already-done`) where there is one. */
export function beginHome(
  setting: CommitSetting,
  meta: Readonly<Record<string, unknown>>,
): Receipt {
  const { home, warn } = setting;
  const genesis = { area: "home", action: "init", ref_id: null, meta, edits: [] };
  const moment = { views: null, survey: surveyChain(home, origin), config: null };
  const kept = takeMoment(home) === null ? keepChange(setting, moment, genesis) : null;
  if (kept !== null) {
    refreshAfter(setting, new Views(home, moment, warn), kept.survey);
    return kept.receipt;
  }
  throw new Refusal(
    "already-done",
    `there are books in ${home.path} already`,
    "See what is in them: valhalla list",
  );
}

/** What comes of a decision that changes nothing where there is no home; null where it would change something. */
export function unchangedWithout<Outcome>(
  decide: (snapshot: Snapshot) => Decision<Outcome>,
): Committed<Outcome> | null {
  const { change, outcome } = decide(emptySnapshot);
  return change === null ? { outcome, receipt: null } : null;
}

/** Appends a change after a moment, syncs it and reads it back; null when another writer came first. */
export function keepChange(
  setting: CommitSetting,
  { survey, views }: Pick<Moment, "survey" | "views">,
  change: Change,
): { receipt: Receipt; survey: Survey } | null {
  const { home, limits, newBatchId } = setting;
  const { todayGiven, ...signature } = setting.sign();
  const keyed = change.key === undefined ? change.meta : { ...change.meta, key: change.key };
  const meta = todayGiven === null ? keyed : { ...keyed, today: todayGiven };
  const place = {
    ...{ head: survey.head, torn: survey.torn, limits, newBatchId },
    isDurable: views?.head.seq === survey.head.seq,
  };
  const written = appendChange(home, place, { ...change, meta }, signature);
  if (written === null) return null;
  try {
    // Without views.json nothing witnesses that the names of the home itself ever reached the disk.
    if (views === null) syncHome(home);
    const after = surveyChain(home, views?.head ?? origin, { wanted: written.hash });
    if (!after.isFound) return null;
    return { receipt: { seq: written.seq, hash: written.hash.slice(0, 12) }, survey: after };
  } catch (error) {
    throw ioRefusal(error, "whether this was saved is unknown, run it again");
  }
}

/** Refreshes the views after a change that is kept: a failure is only told, for the journal has it all. */
export function refreshAfter(setting: CommitSetting, views: Views, survey: Survey): void {
  try {
    refreshViews(views, survey, setting.today(), setting.warn);
    if (survey.head.seq % sweepEvery === 0) sweep(setting.home, viewFolders);
  } catch (error) {
    setting.warn(ioRefusal(error, "this was saved, the readable copies of it were not").message);
  }
}

/** What a command that needs a home is refused with where there is none. */
export function noHome({ path }: Home): Refusal {
  return new Refusal("no-home", `there are no books in ${path}`, "Begin with: valhalla init");
}

/** The records that stand beside those that change come from a proved file, or the change is not made. */
function proveLists(views: Views, { edits }: Change): void {
  if (!Array.isArray(edits)) return;
  for (const edit of edits) {
    const view = viewOf(edit, edit.after === null ? "before" : "after");
    if (view !== null && isListView(view)) views.text(view);
  }
}

function syncHome(home: Home): void {
  home.syncFolder(journalFolder);
  home.syncFolder("");
  try {
    home.syncParent();
  } catch (error) {
    // A parent that may not be read holds homes that were made long ago.
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
  }
}

const mostAttempts = 1000;
/** In lines of the journal. */
const sweepEvery = 64;
