import { type Collections, collections, type NamesKept } from "../../domain/collections.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type Month, monthsBetween, parseDay } from "../../domain/days/calendar.ts";
import { policyOf } from "../../domain/settings/policy.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { changesBack, keyedChange } from "../journal/history.ts";
import type { HeldMark, KeptName, KeyedLine, PaymentName, Snapshot, Years } from "../snapshot.ts";
import {
  fileView,
  keyLookup,
  monthOfView,
  monthView,
  namesLookup,
  paidLookup,
  yearOfPaidLookup,
} from "./layout.ts";
import { damagedJournal } from "./moment.ts";
import { namesHolding, namesIn, nameWithId } from "./names.ts";
import { type KnownMarks, knownMarks } from "./open-marks.ts";
import type { KeyEntry } from "./overlay.ts";
import { decodeRaw, encodeRaw, parseLines, type RawText } from "./record-lines.ts";
import type { Views } from "./views.ts";

/** A home that is there, read through its views. */
export class HomeSnapshot implements Snapshot {
  private readonly views: Views;
  private readonly lists = new Map<string, readonly unknown[]>();
  private names: readonly PaymentName[] | null = null;
  private years: readonly number[] | null = null;
  private marks: KnownMarks | null = null;
  /** The confirmations that were read last: rules ask for one payment's again and again. */
  private lastRead: { readonly key: string; readonly found: readonly Confirmation[] } | null = null;

  constructor(views: Views) {
    this.views = views;
  }

  get seq(): number {
    return this.views.head.seq;
  }

  get head(): string {
    return this.views.head.hash;
  }

  all<Name extends NamesKept<"list">>(name: Name): readonly Collections[Name][] {
    const known = this.lists.get(name);
    if (known !== undefined) return known as readonly Collections[Name][];
    const whole = this.views.whole(fileView(name));
    const records: readonly Collections[Name][] =
      whole === null || whole === "" ? [...this.each(name)] : JSON.parse(whole)[name];
    this.lists.set(name, records);
    return records;
  }

  *each<Name extends NamesKept<"list">>(name: Name): Generator<Collections[Name]> {
    for (const line of this.views.lines(fileView(name))) yield recordIn(line);
  }

  get<Name extends KeptName>(name: Name, id: string): Collections[Name] | undefined {
    const placed = name === "payments" ? this.paymentAtPlace(id) : null;
    if (placed !== null) return recordIn(placed);
    const wanted = encodeRaw(`{"id":${JSON.stringify(id)},`);
    for (const view of this.viewsOf(name)) {
      for (const line of this.views.lines(view, wanted)) {
        if (line.startsWith(wanted)) return recordIn(line);
      }
    }
    return undefined;
  }

  months<Name extends NamesKept<"month">>(
    name: Name,
    from: Month,
    to: Month,
    containing?: string,
  ): readonly Collections[Name][] {
    const wanted = containing === undefined ? undefined : encodeRaw(containing);
    const [month = [], ...more] = this.monthsIn(name, from, to).map((each) =>
      this.recordsOf<Name>(monthView(name, each), wanted),
    );
    return more.length === 0 ? month : month.concat(...more);
  }

  monthsHeld(name: NamesKept<"month">): readonly Month[] {
    return this.views
      .names()
      .map((view) => monthOfView(name, view))
      .filter((month): month is Month => month !== null)
      .sort();
  }

  paymentNames(meant?: string): readonly PaymentName[] {
    const isLaid = this.views.overlay.views.has(fileView("payments"));
    const lookup = isLaid ? null : this.views.lookup(namesLookup);
    if (meant !== undefined && lookup !== null) return namesHolding(lookup, meant);
    this.names ??=
      lookup === null
        ? Array.from(this.each("payments"), ({ id, name, kind }) => ({ id, name, kind }))
        : namesIn(lookup);
    return this.names;
  }

  confirmationsOf(payment_id: string, years: Years = everyYear): readonly Confirmation[] {
    const key = `${years.from} ${years.to} ${payment_id}`;
    if (this.lastRead?.key === key) return this.lastRead.found;
    const wanted = encodeRaw(`"payment_id":${JSON.stringify(payment_id)},`);
    const found = this.yearsHeld()
      .filter((year) => years.from <= year && year <= years.to)
      .flatMap((year) => this.recordsOf<"confirmations">(paidLookup(payment_id, year), wanted))
      .filter((each) => each.payment_id === payment_id);
    // One that was paid in another year than its cycle's lies in both.
    const once = [...new Map(found.map((each) => [each.id, each])).values()];
    this.lastRead = { key, found: once };
    return once;
  }

  openMark(payment_id: string): HeldMark | null {
    this.marks ??= knownMarks(this.views, policyOf(this.settings()));
    return this.marks.held(payment_id);
  }

  keyed(key: string): KeyedLine | null {
    const wanted = encodeRaw(`{"id":${JSON.stringify(key)},`);
    for (const line of this.views.lines(keyLookup(key), wanted)) {
      const entry: KeyEntry = JSON.parse(decodeRaw(line));
      if (entry.id === key) return this.keyedLine(entry);
    }
    return null;
  }

  settings(): ReadonlyMap<string, SettingValue> {
    return this.views.settings();
  }

  private keyedLine(entry: KeyEntry): KeyedLine {
    const { home, head } = this.views;
    const change = keyedChange(home, entry);
    const refuse = (fault: string): never => {
      throw damagedJournal(fault);
    };
    for (const later of changesBack(home, head, refuse)) {
      if (later.seq <= entry.seq) break;
      const isUndo = later.action === "undo" && later.meta["undoes"] === entry.seq;
      if (isUndo) return { ...change, undone_by: later.id };
    }
    return { ...change, undone_by: null };
  }

  /** The months that may hold records; of a few it is not asked which do. */
  private monthsIn(name: NamesKept<"month">, from: Month, to: Month): readonly Month[] {
    const isLong = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1;
    if (isLong) return this.monthsHeld(name).filter((month) => from <= month && month <= to);
    return monthsBetween(parseDay(`${from}-01`), parseDay(`${to}-01`));
  }

  private recordsOf<Name extends NamesKept<"month">>(
    view: string,
    wanted?: RawText,
  ): Collections[Name][] {
    const whole = wanted === undefined ? this.views.whole(view) : null;
    if (whole !== null) return parseLines(whole);
    return Array.from(this.views.lines(view, wanted), recordIn<Name>);
  }

  /** The line of a payment, read from where the lookup of names says that it lies; null where it must be searched for. */
  private paymentAtPlace(id: string): RawText | null {
    const view = fileView("payments");
    if (this.views.overlay.views.has(view)) return null;
    const lookup = this.views.lookup(namesLookup);
    const place = lookup === null ? null : nameWithId(lookup, id);
    return place === null ? null : this.views.part(view, place.at, place.length, place.crc);
  }

  private viewsOf(name: KeptName): string[] {
    if (!isMonthly(name)) return [fileView(name)];
    return this.monthsHeld(name)
      .map((month) => monthView(name, month))
      .reverse();
  }

  private yearsHeld(): readonly number[] {
    this.years ??= [...new Set(this.views.names().map(yearOfPaidLookup))]
      .filter((year) => year !== null)
      .sort((one, other) => one - other);
    return this.years;
  }
}

const everyYear: Years = { from: 0, to: 9999 };

function isMonthly(name: KeptName): name is NamesKept<"month"> {
  return collections[name].keep.as === "month";
}

/** A line of our own, proved by its checksum or its place in the chain. */
function recordIn<Name extends KeptName>(line: RawText): Collections[Name] {
  return JSON.parse(decodeRaw(line));
}
