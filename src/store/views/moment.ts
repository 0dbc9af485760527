import type { Buffer } from "node:buffer";
import { checkHome, type HomeFolder } from "../disk/home-folder.ts";
import { origin } from "../journal/chain.ts";
import { refuseLostJournal } from "../journal/lost-journal.ts";
import { type Survey, surveyChain } from "../journal/survey.ts";
import { readConfigBytes } from "../settings/config-file.ts";
import { readViewsFile, type ViewsFile } from "./views-file.ts";

/** What is known of a home at one moment, before any view is read. */
export interface Moment {
  /** Null where it is missing or of no use: then the journal answers everything. */
  readonly views: ViewsFile | null;
  /** From where the views stand to the chain's end. */
  readonly survey: Survey;
  readonly boot: string;
  /** The user's settings as their file had them just before the survey, which knows what it may lack. */
  readonly config: Buffer | null;
}

/** Takes the moment; null where there is no home. Refuses `unsafe-home`, `newer-format`, and `damaged` where one was. */
export function takeMoment(home: HomeFolder): Moment | null {
  if (!checkHome(home)) return null;
  const views = readViewsFile(home);
  const boot = home.machine.boot();
  // The journal is read last: whatever the file is ahead of, the survey has seen too.
  const config = readConfigBytes(home);
  const survey = surveyChain(home, views?.head ?? origin);
  const isLost = views !== null && survey.broken !== null && survey.head.seq === views.head.seq;
  const moment = { views, survey, boot, config };
  if (isLost) return otherJournal(home, moment, views.home_id);
  if (survey.head.seq > 0) return moment;
  refuseLostJournal(home);
  return null;
}

/** The journal does not hold what the views were made from: it is damaged, or another home's. */
function otherJournal(home: HomeFolder, moment: Moment, homeId: string): Moment {
  const survey = surveyChain(home, origin);
  const isOthers = survey.head.seq > 0 && survey.homeId !== homeId;
  return isOthers ? { ...moment, views: null, survey } : moment;
}
