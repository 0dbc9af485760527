import { dirname } from "node:path";
import type { Day } from "../../domain/days/calendar.ts";
import { latestSettings, parseConfig, readConfigBytes, writeConfig } from "../config-file.ts";
import { crc32 } from "../disk/checksum.ts";
import { modes } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { origin } from "../journal/chain.ts";
import { type Survey, settledLines } from "../journal/survey.ts";
import { HomeSnapshot } from "./home-snapshot.ts";
import { fileView, frameView, isListView, namesLookup, openLookup } from "./layout.ts";
import { nameLines } from "./names.ts";
import { movedMarks } from "./open-marks.ts";
import { addLine, emptyOverlay, laidOver, type Overlay, type ViewOverlay } from "./overlay.ts";
import { bytesOf, type RawText, rawOf, recordLines } from "./record-lines.ts";
import { Views } from "./views.ts";
import { isAsStamped, type Stamp, writeViewsFile } from "./views-file.ts";

/**
 * Brings the views up to a survey's end and mends those found spoilt. Nothing is synced but `config.json`; until
 * `views.json`, written last, names the new place, readers go by the journal, so this may fail anywhere.
 */
export function refreshViews(
  views: Views,
  survey: Survey,
  today: Day,
  warn: (text: string) => void,
): void {
  new ViewRefresh(views, survey, today, warn).run();
}

class ViewRefresh {
  private readonly home: Home;
  private readonly views: Views;
  private readonly survey: Survey;
  private readonly today: Day;
  private readonly warn: (text: string) => void;
  /** The stamps of what was written here; null where a view is gone. */
  private readonly written = new Map<string, Stamp | null>();

  constructor(views: Views, survey: Survey, today: Day, warn: (text: string) => void) {
    this.home = views.home;
    this.views = views;
    this.survey = survey;
    this.today = today;
    this.warn = warn;
  }

  run(): void {
    const overlay = emptyOverlay();
    const from = this.views.moment.views?.head ?? origin;
    for (const { line } of settledLines(this.home, from, this.survey)) {
      addLine(overlay, line);
      if (overlay.length > longestOverlay) this.lay(overlay);
    }
    this.lay(overlay);
    this.mend();
    this.refreshConfig(overlay);
    this.refreshNames();
    this.refreshMarks(overlay);
    writeViewsFile(this.home, this.viewsFile());
  }

  private lay(overlay: Overlay): void {
    for (const [view, laid] of overlay.views) {
      if (!this.append(view, laid)) {
        this.replace(view, [...laidOver(recordLines(this.base(view)), laid.lines)]);
      }
    }
    overlay.views.clear();
    overlay.length = 0;
  }

  private mend(): void {
    for (const view of [...this.views.edited, ...this.views.stale]) {
      const isMade = view === namesLookup || view === openLookup;
      if (isMade || this.written.has(view)) continue;
      this.replace(view, [...recordLines(this.views.text(view).raw)]);
    }
  }

  private refreshConfig({ settings }: Overlay): void {
    if (settings.size === 0) return;
    const file = parseConfig(readConfigBytes(this.home));
    const latest = latestSettings(file, settings, this.views.moment.views === null);
    if (JSON.stringify([...latest]) !== JSON.stringify([...file])) writeConfig(this.home, latest);
  }

  private refreshNames(): void {
    const registry = fileView("payments");
    const isMade = this.stampOf(namesLookup) !== undefined && !this.views.stale.has(namesLookup);
    if (isMade && !this.written.has(registry)) return;
    this.replace(namesLookup, nameLines([...recordLines(this.base(registry))]));
  }

  private refreshMarks({ touched, settings }: Overlay): void {
    const isMade = this.stampOf(openLookup) !== undefined && !this.views.stale.has(openLookup);
    if (touched.size === 0 && settings.size === 0 && isMade) return;
    const moment = { ...this.views.moment, views: this.viewsFile(), survey: this.survey };
    const after = new Views(this.home, moment, this.warn);
    after.isFinal = true;
    const books = new HomeSnapshot(after);
    const { lines, isWhole } = movedMarks(this.views, books, touched, this.today);
    if (lines.length > 0 && !isWhole && this.appendLines(openLookup, lines)) return;
    const kept = isWhole ? [] : recordLines(this.base(openLookup));
    this.replace(openLookup, [...kept, ...lines]);
  }

  /** Appends to a view whose records are all kept; false where it must be replaced instead. */
  private append(view: string, laid: ViewOverlay): boolean {
    if (!laid.isAllNew || isListView(view)) return false;
    return this.appendLines(
      view,
      [...laid.lines.values()].flatMap((line) => line ?? []),
    );
  }

  private appendLines(view: string, lines: readonly RawText[]): boolean {
    const stamp = this.stampOf(view);
    if (stamp === undefined || this.home.facts(view)?.size !== stamp.size) return false;
    const bytes = bytesOf(`${lines.join("\n")}\n`);
    const size = this.home.append(view, bytes);
    // Another writer, who should not be, came between: what is there is not what we think.
    if (size !== stamp.size + bytes.length) return false;
    this.written.set(view, { size, crc: crc32(bytes, stamp.crc) });
    return true;
  }

  private replace(view: string, lines: readonly RawText[]): void {
    if (this.views.edited.has(view) && !this.written.has(view)) this.keepBeside(view);
    if (lines.length === 0 && !isListView(view)) {
      if (this.home.facts(view) !== null) this.home.remove(view);
      this.written.set(view, null);
      return;
    }
    this.home.makeFolder(dirname(view));
    const bytes = bytesOf(frameView(view, lines));
    this.home.replace(view, bytes);
    this.written.set(view, { size: bytes.length, crc: crc32(bytes) });
  }

  /** Moves a file that somebody changed to `<view>.edited-<day>`, or the first such name that is free. */
  private keepBeside(view: string): void {
    const facts = this.home.facts(view);
    if (facts === null) return;
    let kept = `${view}.edited-${this.today}`;
    for (let count = 2; this.home.facts(kept) !== null; count++) {
      kept = `${view}.edited-${this.today}-${count}`;
    }
    this.home.move(view, kept);
    if (facts.isFile()) this.home.files.chmod(this.home.at(kept), modes.file);
  }

  private stampOf(view: string): Stamp | undefined {
    const written = this.written.get(view);
    return written === undefined ? this.views.stampOf(view) : (written ?? undefined);
  }

  /** A view as it is in its file now. */
  private base(view: string): RawText {
    const stamp = this.written.get(view);
    if (stamp === undefined) return this.views.text(view).raw;
    if (stamp === null) return "";
    const bytes = this.home.read(view);
    if (bytes !== null && isAsStamped(bytes, stamp)) return rawOf(bytes.subarray(0, stamp.size));
    throw Object.assign(new Error(`${view} changed while it was written`), { code: "EIO" });
  }

  private viewsFile() {
    const { views } = this.views.moment;
    const stamps = new Map(views?.stamps);
    for (const [view, stamp] of this.written) {
      if (stamp === null) stamps.delete(view);
      else stamps.set(view, stamp);
    }
    const home_id = views?.home_id ?? this.survey.homeId ?? "";
    return { home_id, head: this.survey.settled, stamps };
  }
}

/** In characters; what is laid down at once is held in memory. */
const longestOverlay = 1 << 23;
