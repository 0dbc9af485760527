import { Buffer } from "node:buffer";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { checkHome, type HomeFolder } from "../disk/home-folder.ts";
import { type Head, origin } from "../journal/chain.ts";
import { foldAll, foldJournal } from "../journal/fold.ts";
import { refuseLostJournal } from "../journal/lost-journal.ts";
import { type Survey, surveyChain } from "../journal/survey.ts";
import { isLocked } from "../lock/lock.ts";
import { parseConfig, readConfigBytes } from "../settings/config-file.ts";
import { latestSettings } from "../settings/settings.ts";
import { emptyOverlay, laidOver, type Overlay } from "./overlay.ts";
import { linesContaining, type RawText, recordLines } from "./record-lines.ts";
import { readView, scanView, type ViewText } from "./view-reading.ts";
import { frameView } from "./view-table.ts";
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

/** Reads views as they were at one moment, whatever is written meanwhile. */
export class Reading {
  private readonly home: HomeFolder;
  private readonly warn: (text: string) => void;
  private readonly isWriter: boolean;
  private readonly texts = new Map<string, ViewText>();
  private laid: Overlay | null = null;
  private folded: Overlay | null = null;
  private current: Moment;
  private isFixed = false;
  /** Characters of the texts that are kept. */
  private kept = 0;
  private hasRead = false;
  private isToldNames = false;
  private isToldSettings = false;
  /** Views whose file is not what was last written there, by hand or by a crash: kept beside before it is replaced. */
  readonly edited = new Set<string>();
  /** The same, where a writer at work or one that died explains it. */
  readonly stale = new Set<string>();

  /** A writer has the lock itself, and nobody to wait for. */
  constructor(home: HomeFolder, moment: Moment, isWriter: boolean, warn: (text: string) => void) {
    this.isWriter = isWriter;
    this.home = home;
    this.current = moment;
    this.warn = warn;
  }

  get moment(): Moment {
    return this.current;
  }

  /** Keeps to this moment from now on, whatever moves. */
  fix(): void {
    this.isFixed = true;
  }

  /** The place in the chain the answers are of. */
  get head(): Head {
    return this.current.survey.settled;
  }

  /** What the journal's tail, or without views the whole of it, lays over the files. */
  get overlay(): Overlay {
    this.laid ??= this.isBehind
      ? foldJournal(this.home, this.viewsHead, this.current.survey)
      : nothing;
    return this.laid;
  }

  /** The records of a view, a raw line each; with `containing` only lines that hold that text. */
  *lines(view: string, containing?: RawText): Generator<RawText> {
    const text = this.text(view);
    const lines = containing === undefined ? recordLines(text) : linesContaining(text, containing);
    const laid = this.overlay.views.get(view)?.lines;
    if (laid === undefined) {
      yield* lines;
      return;
    }
    for (const line of laidOver(lines, laid)) if (line.includes(containing ?? "")) yield line;
  }

  /** The views that may hold records. */
  names(): string[] {
    this.isToldNames = true;
    const names = new Set(this.current.views?.stamps.keys());
    for (const name of this.overlay.views.keys()) names.add(name);
    return [...names];
  }

  /** The user's settings: their file, with what the journal knows better. */
  settings(): Map<string, SettingValue> {
    this.isToldSettings = true;
    const isRebuilt = this.current.views === null;
    return latestSettings(parseConfig(this.current.config), this.overlay.settings, isRebuilt);
  }

  /** A view as the views' own place in the chain has it, before the overlay is laid on. */
  text(view: string): RawText {
    return this.viewText(view).raw;
  }

  /** All of a view, decoded, to be read in one go; null where an overlay lies on it. */
  whole(view: string): string | null {
    const { raw, isAscii } = this.viewText(view);
    // Only now: reading the text may have moved the moment.
    if (this.overlay.views.has(view)) return null;
    return isAscii ? raw : Buffer.from(raw, "latin1").toString("utf8");
  }

  /**
   * Shows a large view piece by piece without keeping its text, until `see` has seen enough; false where that cannot
   * be done and the view must be read.
   */
  scan(view: string, see: Parameters<typeof scanView>[4]): boolean {
    const stamp = this.current.views?.stamps.get(view);
    const isPlain = !this.texts.has(view) && !this.overlay.views.has(view);
    if (stamp === undefined || !isPlain) return false;
    // What was seen is of this moment, so the rest must be.
    const isSeen = scanView(this.home, view, stamp, this.current.boot, see);
    if (isSeen) this.fix();
    return isSeen;
  }

  private viewText(view: string): ViewText {
    const known = this.texts.get(view);
    if (known !== undefined) return known;
    const text = this.readText(view) ?? this.doubtedText(view);
    this.keepText(view, text);
    return text;
  }

  /** Keeps a text for the next question, letting the oldest go: one of this moment can always be read again. */
  private keepText(view: string, text: ViewText): void {
    this.hasRead = true;
    this.texts.set(view, text);
    this.kept += text.raw.length;
    for (const [oldest, { raw }] of this.texts) {
      if (this.kept <= mostKept || oldest === view) return;
      this.texts.delete(oldest);
      this.kept -= raw.length;
    }
  }

  private readText(view: string): ViewText | null {
    const stamp = this.current.views?.stamps.get(view);
    return stamp === undefined ? noText : readView(this.home, view, stamp, this.current.boot);
  }

  /** A view that is not what was recorded: a writer is at work, died at work, or a person changed it. */
  private doubtedText(view: string): ViewText {
    const hasMoved = this.hasMoved();
    const text = hasMoved ? this.readText(view) : null;
    if (text !== null) return text;
    if (hasMoved || this.isBehind) this.stale.add(view);
    else this.suspect(view);
    this.folded ??= foldAll(this.home, this.head);
    const lines = [...(this.folded.views.get(view)?.lines.values() ?? [])];
    return {
      raw: frameView(
        view,
        lines.filter((line) => line !== null),
      ),
      isAscii: false,
    };
  }

  private suspect(view: string): void {
    this.edited.add(view);
    this.warn(
      `${view} is not as it was written: the journal is believed, its content is kept beside`,
    );
  }

  /** Waits for a writer to finish; takes the new moment if nothing that it changes was answered from the old one. */
  private hasMoved(): boolean {
    for (let look = 0; look < looks; look++) {
      const moment = takeMoment(this.home);
      if (moment !== null && moment.views?.head.seq !== this.current.views?.head.seq) {
        this.moveTo(moment);
        return true;
      }
      if (this.isWriter || !isLocked(this.home)) return false;
      this.home.machine.sleep(2);
    }
    return true;
  }

  private moveTo(moment: Moment): void {
    if (this.isFixed || this.hasRead) return;
    const [before, laid, told] = [this.current, this.laid, this.told()];
    this.current = moment;
    this.laid = null;
    if (this.told() === told) return;
    this.current = before;
    this.laid = laid;
  }

  /** What was answered without reading a view. */
  private told(): string {
    const settings = this.isToldSettings ? [...this.settings()] : [];
    return JSON.stringify([settings, this.isToldNames ? this.names().sort() : []]);
  }

  private get viewsHead(): Head {
    return this.current.views?.head ?? origin;
  }

  private get isBehind(): boolean {
    return this.viewsHead.seq < this.head.seq;
  }
}

const looks = 50;
/** In characters; a month of a busy household is a few hundred thousand. */
const mostKept = 1 << 24;
const nothing = emptyOverlay();
const noText: ViewText = { raw: "", isAscii: true };
