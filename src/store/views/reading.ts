import { Buffer } from "node:buffer";
import type { SettingValue } from "../../domain/settings/setting.ts";
import type { HomeFolder } from "../disk/home-folder.ts";
import { type Head, origin } from "../journal/chain.ts";
import { foldAll, foldJournal } from "../journal/fold.ts";
import { isLocked } from "../lock/lock.ts";
import { parseConfig } from "../settings/config-file.ts";
import { latestSettings } from "../settings/settings.ts";
import { KeptTexts } from "./kept-texts.ts";
import { type Moment, takeMoment } from "./moment.ts";
import { emptyOverlay, laidOver, type Overlay } from "./overlay.ts";
import { linesContaining, type RawText, recordLines } from "./record-lines.ts";
import { emptyShelf, type Shelf, Stamps } from "./stamps.ts";
import { readPart, readView, type ViewText } from "./view-reading.ts";
import { frameView, shelfOf } from "./view-table.ts";

/** Reads views as they were at one moment, whatever is written meanwhile. */
export class Reading {
  readonly home: HomeFolder;
  private readonly warn: (text: string) => void;
  private readonly isWriter: boolean;
  private readonly texts = new KeptTexts();
  private readonly made = new Map<string, ViewText | null>();
  private laid: Overlay | null = null;
  private folded: Overlay | null = null;
  private current: Moment;
  private stamps: Stamps;
  private isFixed = false;
  private hasRead = false;
  private isToldNames = false;
  private isToldSettings = false;
  /** Views whose file is not what was last written there, by hand or by a crash: kept beside before it is replaced. */
  readonly edited = new Set<string>();
  /** The same, where a writer at work or one that died explains it. */
  readonly stale = new Set<string>();
  /** New stamps of views that had to be proved by their checksum: the next reader need not. */
  readonly renewed = new Map<string, string>();

  /** A writer has the lock itself, and nobody to wait for. */
  constructor(home: HomeFolder, moment: Moment, isWriter: boolean, warn: (text: string) => void) {
    this.isWriter = isWriter;
    this.home = home;
    this.current = moment;
    this.stamps = new Stamps(home, moment);
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
    if (this.stamps.readAll().length > 0) this.hasMoved();
    this.isToldNames = true;
    return this.namesKnown();
  }

  /** What the stamp of a view says; undefined where there is none that can be believed. */
  stampOf(view: string): string | undefined {
    return this.stamps.of(view) ?? undefined;
  }

  /** A shelf of stamps, as far as it can be believed. */
  shelf(name: string): Shelf {
    return this.stamps.shelf(name) ?? emptyShelf;
  }

  /** The shelves of stamps that are not as they were written, as far as they were looked at. */
  get spoiltShelves(): readonly string[] {
    return this.stamps.spoilt;
  }

  /** The views that a shelf of stamps is for. */
  viewsOn(shelf: string): string[] {
    return this.namesKnown().filter((name) => shelfOf(name) === shelf);
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

  /** What was made beside a view from its content; null where that cannot be relied on and the view must be read. */
  beside(view: string, made: string): ViewText | null {
    const known = this.made.get(made);
    if (known !== undefined) return known;
    const stamp = this.stampOf(made);
    const text =
      stamp === undefined || this.overlay.views.has(view)
        ? null
        : readView(this.home, made, stamp, this.current.boot);
    if (text !== null) this.fix();
    this.made.set(made, text);
    return text;
  }

  /** A part of a view; null where that cannot be told and the view must be read. */
  part(view: string, place: { readonly at: number; readonly length: number }): RawText | null {
    const stamp = this.stampOf(view);
    return stamp === undefined ? null : readPart(this.home, view, stamp, this.current.boot, place);
  }

  private viewText(view: string): ViewText {
    const known = this.texts.get(view);
    if (known !== undefined) return known;
    const text = this.readText(view) ?? this.doubtedText(view);
    this.texts.keep(view, text);
    this.hasRead = true;
    return text;
  }

  private readText(view: string): ViewText | null {
    const stamp = this.stamps.of(view);
    if (stamp === null) return null;
    if (stamp === undefined) return noText;
    const text = readView(this.home, view, stamp, this.current.boot);
    if (text?.renewed) this.renewed.set(view, text.renewed);
    return text;
  }

  /** A view that is not what was recorded: a writer is at work, died at work, or a person changed it. */
  private doubtedText(view: string): ViewText {
    const hasMoved = this.hasMoved();
    const text = hasMoved ? this.readText(view) : null;
    if (text !== null) return text;
    const isExplained = hasMoved || this.isBehind || this.stamps.of(view) === null;
    if (isExplained) this.stale.add(view);
    else this.suspect(view);
    const lines = [...(this.everything.views.get(view)?.lines.values() ?? [])];
    return {
      raw: frameView(
        view,
        lines.filter((line) => line !== null),
      ),
      isAscii: false,
    };
  }

  /** What the journal says of all views, whatever their files hold. */
  private get everything(): Overlay {
    this.folded ??= foldAll(this.home, this.head);
    return this.folded;
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
    const [before, stamps, laid, told] = [this.current, this.stamps, this.laid, this.told()];
    this.current = moment;
    this.stamps = new Stamps(this.home, moment);
    this.laid = null;
    if (this.told() === told) return;
    this.current = before;
    this.stamps = stamps;
    this.laid = laid;
  }

  /** What was answered without reading a view. */
  private told(): string {
    const settings = this.isToldSettings ? [...this.settings()] : [];
    return JSON.stringify([settings, this.isToldNames ? this.namesKnown().sort() : []]);
  }

  private namesKnown(): string[] {
    const names = new Set([...this.stamps.views(), ...this.overlay.views.keys()]);
    const { spoilt } = this.stamps;
    for (const name of spoilt.length > 0 ? this.everything.views.keys() : []) names.add(name);
    return [...names];
  }

  private get viewsHead(): Head {
    return this.current.views?.head ?? origin;
  }

  private get isBehind(): boolean {
    return this.viewsHead.seq < this.head.seq;
  }
}

const looks = 50;
const nothing = emptyOverlay();
const noText: ViewText = { raw: "", isAscii: true };
