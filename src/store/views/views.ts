import { Buffer, isAscii } from "node:buffer";
import { namesKept } from "../../domain/collections.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { latestSettings, parseConfig } from "../config-file.ts";
import { crc32 } from "../disk/checksum.ts";
import type { Home } from "../disk/home.ts";
import { type Head, origin } from "../journal/chain.ts";
import { type Survey, settledLines, surveyChain } from "../journal/survey.ts";
import { isLocked } from "../lock/lock.ts";
import { frameView, monthOfView, yearOfPaidLookup } from "./layout.ts";
import { damagedJournal, type Moment } from "./moment.ts";
import { addLine, emptyOverlay, laidOver, type Overlay } from "./overlay.ts";
import { linesContaining, type RawText, rawOf, recordLines } from "./record-lines.ts";
import { isAsStamped, readViewsFile, type Stamp } from "./views-file.ts";

/** Thrown where a writer put other views in place of those a question began with: it is to be asked again. */
export class Moved extends Error {}

/** A view's content. */
export interface ViewText {
  readonly raw: RawText;
  /** Whether the raw text is the text: then nothing needs decoding. */
  readonly isAscii: boolean;
}

/**
 * The views as they were at one moment. Every byte that is answered was proved by its checksum when it was read, or comes from
 * journal lines proved by their hashes.
 */
export class Views {
  readonly home: Home;
  readonly moment: Moment;
  /** Whether the question cannot be asked again: what moved is then answered from the journal, which takes longer. */
  isFinal = false;
  /** Views whose file is not what was last written there, by hand or by damage: kept beside before it is replaced. */
  readonly edited = new Set<string>();
  /** The same, where a writer at work or one that died explains it. */
  readonly stale = new Set<string>();
  private readonly warn: (text: string) => void;
  private readonly texts = new Map<string, ViewText>();
  private laid: Overlay | null = null;
  private folded: Overlay | null = null;

  constructor(home: Home, moment: Moment, warn: (text: string) => void) {
    this.home = home;
    this.moment = moment;
    this.warn = warn;
  }

  /** The place in the chain the answers are of. */
  get head(): Head {
    return this.moment.survey.settled;
  }

  /** What the journal's tail, or without views the whole of it, lays over the files. */
  get overlay(): Overlay {
    this.laid ??= fold(this.home, this.viewsHead, this.moment.survey, this.head);
    return this.laid;
  }

  /** The records of a view, a raw line each; with `containing` only lines that hold that text. */
  *lines(view: string, containing?: RawText): Generator<RawText> {
    const text = this.text(view).raw;
    const lines = containing === undefined ? recordLines(text) : linesContaining(text, containing);
    const laid = this.overlay.views.get(view)?.lines;
    if (laid === undefined) {
      yield* lines;
      return;
    }
    for (const line of laidOver(lines, laid)) if (line.includes(containing ?? "")) yield line;
  }

  /** All of a view, decoded, to be read in one go; null where an overlay lies on it. */
  whole(view: string): string | null {
    if (this.overlay.views.has(view)) return null;
    const { raw, isAscii } = this.text(view);
    return isAscii ? raw : Buffer.from(raw, "latin1").toString("utf8");
  }

  /** A view as the views' own place in the chain has it, before the overlay is laid on. */
  text(view: string): ViewText {
    const known = this.texts.get(view);
    if (known !== undefined) return known;
    const text = this.provedText(view) ?? this.foldedText(view);
    if (!isOneOfMany(view)) this.texts.set(view, text);
    return text;
  }

  /** A lookup that is made when another view is written; null where it cannot be relied on. */
  lookup(view: string): ViewText | null {
    if (!this.stamps.has(view)) return null;
    const known = this.texts.get(view) ?? this.provedText(view);
    if (known === null) this.stale.add(view);
    else this.texts.set(view, known);
    return known;
  }

  /** A part of a view that has this checksum; null where it has not, and the view must be read. */
  part(view: string, at: number, length: number, crc: number): RawText | null {
    const bytes = this.home.readPart(view, at, length);
    return bytes?.length === length && crc32(bytes) === crc ? rawOf(bytes) : null;
  }

  /** The views that may hold records. */
  names(): string[] {
    return [...new Set([...this.stamps.keys(), ...this.overlay.views.keys()])];
  }

  /** The user's settings: their file, with what the journal knows better. */
  settings(): Map<string, SettingValue> {
    const { config, views } = this.moment;
    return latestSettings(parseConfig(config), this.overlay.settings, views === null);
  }

  /** What the file of a view was when it was last written; undefined where there is none. */
  stampOf(view: string): Stamp | undefined {
    return this.stamps.get(view);
  }

  private get stamps() {
    return this.moment.views?.stamps ?? noStamps;
  }

  private get viewsHead(): Head {
    return this.moment.views?.head ?? origin;
  }

  private provedText(view: string): ViewText | null {
    const stamp = this.stamps.get(view);
    if (stamp === undefined) return noText;
    const content = this.home.read(view);
    if (content === null || !isAsStamped(content, stamp)) return null;
    const bytes = content.subarray(0, stamp.size);
    return { raw: rawOf(bytes), isAscii: isAscii(bytes) };
  }

  /** A view that is not what was recorded: a writer is at work, died at work, or the file was changed. */
  private foldedText(view: string): ViewText {
    const hasMoved = this.hasMoved();
    if (hasMoved && !this.isFinal) throw new Moved();
    if (hasMoved || this.viewsHead.seq < this.head.seq) this.stale.add(view);
    else this.suspect(view);
    this.folded ??= fold(
      this.home,
      origin,
      surveyChain(this.home, origin, { until: this.head }),
      this.head,
    );
    const laid = this.folded.views.get(view)?.lines.values() ?? [];
    const lines = [...laid].filter((line) => line !== null);
    return { raw: lines.length === 0 ? "" : frameView(view, lines), isAscii: false };
  }

  private suspect(view: string): void {
    this.edited.add(view);
    this.warn(`${view} is not as it was written: the journal is believed. See: valhalla doctor`);
  }

  /** Whether another writer came; waits for one that is at work. */
  private hasMoved(): boolean {
    for (let look = 0; look < looks; look++) {
      if (readViewsFile(this.home)?.head.seq !== this.moment.views?.head.seq) return true;
      if (this.isFinal || !isLocked(this.home)) return false;
      this.home.machine.sleep(2);
    }
    return true;
  }
}

/**
 * Gathers what the journal did from one head on up to another. Refuses (`damaged`) where the survey did not get there: nothing
 * is made from a part of the journal.
 */
function fold(home: Home, from: Head, survey: Survey, to: Head): Overlay {
  if (survey.settled.seq < to.seq) {
    throw damagedJournal(survey.broken ?? `it ends before line ${to.seq}`);
  }
  const overlay = emptyOverlay();
  for (const { line } of settledLines(home, from, survey)) addLine(overlay, line);
  return overlay;
}

/** Whether a view is one of many of its kind, each of which is gone through once and not to be held. */
function isOneOfMany(view: string): boolean {
  return (
    yearOfPaidLookup(view) !== null || monthly.some((name) => monthOfView(name, view) !== null)
  );
}

const monthly = namesKept("month");
const looks = 50;
const noStamps: ReadonlyMap<string, Stamp> = new Map();
const noText: ViewText = { raw: "", isAscii: true };
