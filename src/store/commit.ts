import { dirname } from "node:path";
import type { Change, Decision } from "../domain/change.ts";
import { Refusal } from "../domain/refusal.ts";
import { type HomeFolder, inHome, syncFolder } from "./disk/home-folder.ts";
import { hasCode, ioRefusal } from "./disk/io-refusal.ts";
import { sweep } from "./disk/sweep.ts";
import { origin } from "./journal/chain.ts";
import { appendChange } from "./journal/journal-append.ts";
import type { Limits } from "./journal/limits.ts";
import { journalFolder } from "./journal/segment-lines.ts";
import { type Survey, surveyChain } from "./journal/survey.ts";
import { HomeSnapshot } from "./views/home-snapshot.ts";
import { type Moment, takeMoment } from "./views/moment.ts";
import { Reading } from "./views/reading.ts";
import type { Snapshot } from "./views/snapshot.ts";
import { refreshViews } from "./views/view-refresh.ts";

/** Proof that a change is kept: its place in the journal and the first 12 hex digits of its line's hash. */
export interface Receipt {
  readonly seq: number;
  readonly hash: string;
}

/** What became of a decision. */
export interface Committed<Outcome> {
  readonly outcome: Outcome;
  /** Null when there was nothing to change, and nothing was written. */
  readonly receipt: Receipt | null;
}

/** What a commit needs besides the decision. */
export interface CommitSetting {
  readonly home: HomeFolder;
  readonly limits: Limits;
  /** Who, when, and under which given day. */
  sign(): { ts: string; actor: string; todayGiven: string | null };
  today(): string;
  newBatchId(): string;
  warn(text: string): void;
}

/**
 * Decides on the latest state and keeps the decision: append, sync, read back, refresh the views. Decides again when the
 * read-back shows that another writer came first. `whenNone` makes the home where there is none, or refuses. Refuses
 * `no-home`, `damaged` (a broken journal is not written on) and `io`.
 */
export function commitDecision<Outcome>(
  setting: CommitSetting,
  decide: (snapshot: Snapshot) => Decision<Outcome>,
  whenNone: () => void,
): Committed<Outcome> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const moment = latestMoment(setting.home, whenNone);
    const reading = new Reading(setting.home, moment, true, setting.warn);
    const { change, outcome } = decide(new HomeSnapshot(reading));
    if (change === null) return { outcome, receipt: null };
    reading.fix();
    const receipt = keep(setting, reading, change);
    if (receipt !== null) return { outcome, receipt };
  }
  throw new Refusal("busy", "other writers always came first", "Run it again.");
}

/** Appends a change after a moment; null when another writer came first. The first change of all makes the home. */
export function keepChange(
  setting: CommitSetting,
  moment: Pick<Moment, "survey" | "views">,
  change: Change,
): { receipt: Receipt; survey: Survey } | null {
  const { home, limits, newBatchId } = setting;
  const { survey, views } = moment;
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

function keep(setting: CommitSetting, reading: Reading, change: Change): Receipt | null {
  const kept = keepChange(setting, reading.moment, change);
  if (kept === null) return null;
  refreshAfter(setting, reading, kept.survey);
  return kept.receipt;
}

/** Refreshes the views after a change that is kept: a failure is only told, for the journal has it all. */
export function refreshAfter(setting: CommitSetting, reading: Reading, survey: Survey): void {
  try {
    refreshViews(setting.home, reading, survey, setting.today());
    if (survey.head.seq % sweepEvery === 0) sweep(setting.home);
  } catch (error) {
    const refusal = ioRefusal(error, "this was saved, the readable copies of it were not");
    setting.warn(refusal.message);
  }
}

function latestMoment(home: HomeFolder, whenNone: () => void): Moment {
  let moment = takeMoment(home);
  if (moment === null) {
    whenNone();
    moment = takeMoment(home);
  }
  if (moment === null) throw noHome(home);
  const { broken } = moment.survey;
  if (broken === null) return moment;
  throw new Refusal(
    "damaged",
    `the journal is damaged: ${broken}`,
    "What comes before can still be read. Put a copy of audit_log back, then run it again.",
  );
}

/** What a command that needs a home is refused with where there is none. */
export function noHome({ path }: HomeFolder): Refusal {
  return new Refusal("no-home", `there are no books in ${path}`, "Begin with: valhalla init");
}

const mostAttempts = 1000;
/** In lines of the journal. */
const sweepEvery = 64;

function syncHome(home: HomeFolder): void {
  syncFolder(home, inHome(home, journalFolder));
  syncFolder(home, home.path);
  try {
    syncFolder(home, dirname(home.path));
  } catch (error) {
    // A parent that may not be read holds homes that were made long ago.
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
  }
}
