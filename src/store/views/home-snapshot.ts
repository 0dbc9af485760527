import type { Collections } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type Month, monthsBetween, parseDay } from "../../domain/days/calendar.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { JournalReader } from "../journal/journal-reader.ts";
import { entriesHolding, entriesIn, entryWithId } from "./payment-index.ts";
import type { Reading } from "./reading.ts";
import { decodeRaw, encodeRaw, parseLines, type RawText } from "./record-lines.ts";
import type { IndexEntry, KeptName, KeyedLine, Snapshot } from "./snapshot.ts";
import {
  type MonthlyName,
  monthOfView,
  monthView,
  paymentIndex,
  paymentsView,
  referenceKey,
  referenceView,
} from "./view-table.ts";

/** A home that is there, read through its views. */
export class HomeSnapshot implements Snapshot {
  private readonly reading: Reading;
  private payments: readonly Payment[] | null = null;
  private entries: readonly IndexEntry[] | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  get seq(): number {
    return this.reading.head.seq;
  }

  get head(): string {
    return this.reading.head.hash;
  }

  all(_name: "payments"): readonly Payment[] {
    this.payments ??= this.parseAll();
    return this.payments;
  }

  *each(_name: "payments"): Generator<Payment> {
    for (const line of this.reading.lines(paymentsView)) yield recordIn<"payments">(line);
  }

  index(_name: "payments", meant?: string): readonly IndexEntry[] {
    const index = this.reading.beside(paymentsView, paymentIndex);
    if (meant !== undefined && index !== null) return entriesHolding(index, meant);
    this.entries ??= index === null ? this.scannedIndex() : entriesIn(index);
    return this.entries;
  }

  get<Name extends KeptName>(name: Name, id: string): Collections[Name] | undefined {
    if (name === "payments") {
      const placed = this.recordAtPlace<Name>(id);
      if (placed !== undefined) return placed;
    }
    for (const view of this.viewsOf(name)) {
      const found = this.recordWithId<Name>(view, id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  months<Name extends MonthlyName>(
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

  referenced(payment_id: string, ref: string): readonly Confirmation[] {
    const key = referenceKey(payment_id, ref);
    const wanted = encodeRaw(`{"id":${JSON.stringify(key).slice(0, -1)}`);
    return Array.from(this.reading.lines(referenceView(key), wanted))
      .map((line): Reference => JSON.parse(decodeRaw(line)))
      .map(({ view, confirmation }) => this.recordWithId<"confirmations">(view, confirmation))
      .filter((found) => found?.payment_id === payment_id && found.ref === ref)
      .filter((found) => found !== undefined);
  }

  monthsHeld(name: MonthlyName): readonly Month[] {
    return this.reading
      .names()
      .map((view) => monthOfView(name, view))
      .filter((month): month is Month => month !== null)
      .sort();
  }

  settings(): ReadonlyMap<string, SettingValue> {
    return this.reading.settings();
  }

  keyed(key: string): KeyedLine | null {
    const undone = new Map<unknown, string>();
    const { home, moment } = this.reading;
    for (const line of new JournalReader(home, moment.survey.settled).newestFirst()) {
      if (line.action === "undo" && !undone.has(line.seq)) undone.set(line.meta["undoes"], line.id);
      if (line.meta["key"] === key) return { ...line, undoneBy: undone.get(line.seq) ?? null };
    }
    return null;
  }

  /** The months that may hold records; of a few it is not asked which do, for that needs the stamps of every year. */
  private monthsIn(name: MonthlyName, from: Month, to: Month): readonly Month[] {
    const isLong = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1;
    if (isLong) return this.monthsHeld(name).filter((month) => from <= month && month <= to);
    return monthsBetween(parseDay(`${from}-01`), parseDay(`${to}-01`));
  }

  private recordsOf<Name extends MonthlyName>(view: string, wanted?: RawText): Collections[Name][] {
    const whole = wanted === undefined ? this.reading.whole(view) : null;
    if (whole !== null) return parseLines(whole);
    return Array.from(this.reading.lines(view, wanted), recordIn<Name>);
  }

  private recordWithId<Name extends KeptName>(
    view: string,
    id: string,
  ): Collections[Name] | undefined {
    const wanted = encodeRaw(`{"id":${JSON.stringify(id)},`);
    for (const line of this.reading.lines(view, wanted)) {
      if (line.startsWith(wanted)) return recordIn<Name>(line);
    }
    return undefined;
  }

  private parseAll(): readonly Payment[] {
    const whole = this.reading.whole(paymentsView);
    if (whole === null) return Array.from(this.reading.lines(paymentsView), recordIn<"payments">);
    const file: { payments: readonly Payment[] } = JSON.parse(whole || '{"payments":[]}');
    return file.payments;
  }

  /** A payment's record, read from where the index says that it lies. */
  private recordAtPlace<Name extends KeptName>(id: string): Collections[Name] | undefined {
    const index = this.reading.beside(paymentsView, paymentIndex);
    const place = index === null ? null : entryWithId(index, id);
    const line = place === null ? null : this.reading.part(paymentsView, place);
    return line === null ? undefined : recordIn<Name>(line);
  }

  private scannedIndex(): IndexEntry[] {
    return Array.from(this.reading.lines(paymentsView), (line) => {
      const { id, name, kind } = recordIn<"payments">(line);
      return { id, name, kind };
    });
  }

  private viewsOf(name: KeptName): string[] {
    if (name === "payments") return [paymentsView];
    return this.monthsHeld(name)
      .map((month) => monthView(name, month))
      .reverse();
  }
}

/** Where a reference was seen. */
interface Reference {
  readonly view: string;
  readonly confirmation: string;
}

/** A line of our own, proved by its checksum or its place in the chain. */
function recordIn<Name extends KeptName>(line: RawText): Collections[Name] {
  return JSON.parse(decodeRaw(line));
}
