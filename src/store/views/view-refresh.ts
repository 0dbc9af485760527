import { Buffer } from "node:buffer";
import { dirname } from "node:path";
import { crc32 } from "../disk/crc32.ts";
import { factsAt } from "../disk/file-reading.ts";
import { appendFile, replaceFile } from "../disk/file-writing.ts";
import { ensureFolder, type HomeFolder, inHome } from "../disk/home-folder.ts";
import { origin } from "../journal/chain.ts";
import { type Survey, settledLines } from "../journal/survey.ts";
import { parseConfig, readConfigBytes, writeConfig } from "../settings/config-file.ts";
import { latestSettings } from "../settings/settings.ts";
import { keepBeside } from "./keep-beside.ts";
import { addEdit, emptyOverlay, laidOver, type Overlay, type ViewOverlay } from "./overlay.ts";
import { indexLines } from "./payment-index.ts";
import type { Reading } from "./reading.ts";
import { type RawText, recordLines } from "./record-lines.ts";
import { stampLine } from "./stamps.ts";
import { readView } from "./view-reading.ts";
import { isUntouched, parseStamp, printStamp, stampOf } from "./view-stamp.ts";
import { frameView, paymentIndex, paymentsView, shelfOf } from "./view-table.ts";
import { writeViewsFile } from "./views-file.ts";

/**
 * Brings the views up to a survey's end and mends those found spoilt. Nothing is synced but `config.json`; until
 * `views.json`, written last, names the new place, readers go by the journal, so this may fail anywhere.
 */
export function refreshViews(
  home: HomeFolder,
  reading: Reading,
  survey: Survey,
  today: string,
): void {
  new ViewRefresh(home, reading, today).run(survey);
}

class ViewRefresh {
  private readonly home: HomeFolder;
  private readonly reading: Reading;
  private readonly today: string;
  /** The stamps of what was written here, whose text the reading does not know; null where a view is gone. */
  private readonly written = new Map<string, string | null>();
  /** Whether the index of the payments was made here. */
  private isIndexed = false;

  constructor(home: HomeFolder, reading: Reading, today: string) {
    this.home = home;
    this.reading = reading;
    this.today = today;
  }

  run(survey: Survey): void {
    const { views } = this.reading.moment;
    for (const [view, stamp] of this.reading.renewed) this.written.set(view, stamp);
    const overlay = emptyOverlay();
    for (const { line } of settledLines(this.home, views?.head ?? origin, survey)) {
      for (const edit of line.edits) addEdit(overlay, edit);
      if (overlay.length > longestOverlay) this.lay(overlay);
    }
    this.lay(overlay);
    this.mend();
    this.refreshConfig(overlay, views === null);
    this.shelve();
    const home_id = views?.home_id ?? survey.homeId ?? "";
    const stamps = present(new Map([...(views?.stamps ?? []), ...this.stampsOn(null)]));
    writeViewsFile(this.home, { home_id, head: survey.settled, stamps });
  }

  private lay(overlay: Overlay): void {
    for (const [view, laid] of overlay.views) {
      if (!this.append(view, laid))
        this.replace(view, [...laidOver(recordLines(this.base(view)), laid.lines)]);
    }
    overlay.views.clear();
    overlay.length = 0;
  }

  private mend(): void {
    // The registry is what people edit, so every change looks at it.
    const isRegistered = this.stampOf(paymentsView) !== undefined;
    if (isRegistered && !this.isIntact(paymentsView)) this.reading.text(paymentsView);
    for (const shelf of this.reading.spoiltShelves) {
      for (const view of this.reading.viewsOn(shelf)) this.reading.text(view);
    }
    for (const view of [...this.reading.edited, ...this.reading.stale]) {
      if (!this.written.has(view)) this.replace(view, [...recordLines(this.reading.text(view))]);
    }
    if (isRegistered && !this.isIndexed && !this.isIntact(paymentIndex)) {
      this.index([...recordLines(this.reading.text(paymentsView))]);
    }
  }

  /** Lays the stamps of what was written on their shelves; one that grew long with old ones is written anew. */
  private shelve(): void {
    const shelves = new Set([...this.written.keys()].flatMap((view) => shelfOf(view) ?? []));
    for (const shelf of shelves) {
      const changed = this.stampsOn(shelf);
      const { stamps, length } = this.reading.shelf(shelf);
      const isLong = length + changed.size > 2 * (stamps.size + changed.size) + roomOnShelf;
      const lines = new Map([...changed].map(([view, stamp]) => [view, stampLine(view, stamp)]));
      if (!isLong && this.append(shelf, { lines, isAllNew: true })) continue;
      const kept = [...present(new Map([...stamps, ...changed]))].sort();
      this.replace(
        shelf,
        kept.map(([view, stamp]) => stampLine(view, stamp)),
      );
    }
  }

  private refreshConfig({ settings }: Overlay, isRebuilt: boolean): void {
    if (settings.size === 0) return;
    const file = parseConfig(readConfigBytes(this.home));
    const latest = latestSettings(file, settings, isRebuilt);
    if (JSON.stringify([...latest]) !== JSON.stringify([...file])) writeConfig(this.home, latest);
  }

  /** Appends to a month that is as it was written; false where it must be replaced instead. */
  private append(view: string, laid: ViewOverlay): boolean {
    const printed = this.stampOf(view);
    if (printed === undefined || !laid.isAllNew || view === paymentsView) return false;
    if (!this.isIntact(view)) return false;
    const stamp = parseStamp(printed);
    const bytes = Buffer.from(`${[...laid.lines.values()].join("\n")}\n`, "latin1");
    const facts = appendFile(this.home, inHome(this.home, view), bytes);
    // Another writer, who should not be, came between: what is there is not what we think.
    if (facts.size !== stamp.size + bytes.length) return false;
    this.written.set(view, printStamp(stampOf(facts, crc32(bytes, stamp.crc), this.boot)));
    return true;
  }

  /** Whether a view's file is what was written there last. */
  private isIntact(view: string): boolean {
    const printed = this.stampOf(view);
    if (printed === undefined) return false;
    const stamp = parseStamp(printed);
    const facts = factsAt(this.home, inHome(this.home, view));
    if (facts === null) return false;
    if (isUntouched(stamp, facts, this.boot)) return true;
    const renewed = readView(this.home, view, printed, this.boot)?.renewed ?? null;
    if (renewed !== null) this.written.set(view, renewed);
    return renewed !== null;
  }

  private replace(view: string, lines: readonly RawText[]): void {
    const path = inHome(this.home, view);
    if (this.reading.edited.has(view) && !this.written.has(view)) {
      keepBeside(this.home, path, this.today);
    }
    if (lines.length === 0 && view !== paymentsView) {
      this.drop(view);
      return;
    }
    ensureFolder(this.home, dirname(path));
    const bytes = Buffer.from(frameView(view, lines), "latin1");
    const facts = replaceFile(this.home, path, bytes);
    this.written.set(view, printStamp(stampOf(facts, crc32(bytes), this.boot)));
    if (view === paymentsView) this.index(lines);
  }

  private index(registry: readonly RawText[]): void {
    this.isIndexed = true;
    this.replace(paymentIndex, indexLines(registry));
  }

  private drop(view: string): void {
    const path = inHome(this.home, view);
    if (factsAt(this.home, path) !== null) this.home.files.unlink(path);
    this.written.set(view, null);
  }

  private stampOf(view: string): string | undefined {
    const written = this.written.get(view);
    return written === undefined ? this.reading.stampOf(view) : (written ?? undefined);
  }

  /** The stamps of what was written and belongs on one shelf, or with null in `views.json` itself. */
  private stampsOn(shelf: string | null): Map<string, string | null> {
    return new Map([...this.written].filter(([view]) => shelfOf(view) === shelf));
  }

  private base(view: string): RawText {
    const stamp = this.written.get(view);
    if (stamp === undefined) return this.reading.text(view);
    if (stamp === null) return "";
    const text = readView(this.home, view, stamp, this.boot);
    if (text !== null) return text.raw;
    throw Object.assign(new Error(`${view} changed while it was written`), { code: "EIO" });
  }

  private get boot(): string {
    return this.reading.moment.boot;
  }
}

function present(stamps: ReadonlyMap<string, string | null>): Map<string, string> {
  return new Map([...stamps].flatMap(([view, stamp]) => (stamp === null ? [] : [[view, stamp]])));
}

/** How many lines of no use a shelf may have, beyond as many as it has views. */
const roomOnShelf = 64;

/** In characters; what is laid down at once is held in memory. */
const longestOverlay = 1 << 23;
