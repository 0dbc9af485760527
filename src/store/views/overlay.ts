import type { Edit, EditOf } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type Day, yearOf } from "../../domain/days/calendar.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import type { JournalLine } from "../journal/line.ts";
import { keyLookup, paidLookup, recordText, viewOf } from "./layout.ts";
import { encodeRaw, idOf, type RawText } from "./record-lines.ts";

/** What lines of the journal do to the views: the records they put in place, to be laid over what the files hold. */
export interface Overlay {
  /** By the view's name. */
  readonly views: Map<string, ViewOverlay>;
  /** Every value a setting had, in order; null is absence. */
  readonly settings: Map<string, (SettingValue | null)[]>;
  /** By payment: what its mark of open cycles cannot know yet. */
  readonly touched: Map<string, Touched>;
  /** Characters held, so that a long one can be laid down in time. */
  length: number;
}

export interface ViewOverlay {
  /** By id: the record's line, or null where it is gone. */
  readonly lines: Map<string, RawText | null>;
  /** Whether every line is a record that was not there before, so that appending will do. */
  isAllNew: boolean;
}

/** What happened to a payment. */
export interface Touched {
  /** The record before the first edit of it, and after the last; undefined where it was not edited. */
  before?: Payment | null;
  after?: Payment | null;
  /** The cycles of the confirmations that changed. */
  readonly cycles: Set<Day>;
}

/** A line of a key lookup: which line was kept under a key. */
export interface KeyEntry {
  /** The key. */
  readonly id: string;
  readonly seq: number;
  /** Of the line. */
  readonly hash: string;
}

/** An overlay that changes nothing. */
export function emptyOverlay(): Overlay {
  return { views: new Map(), settings: new Map(), touched: new Map(), length: 0 };
}

/** Adds a line of the journal. Adding one twice is the same as adding it once. */
export function addLine(overlay: Overlay, { seq, hash, key, edits }: JournalLine): void {
  for (const edit of edits) addEdit(overlay, edit);
  if (key === undefined) return;
  const entry: KeyEntry = { id: key, seq, hash };
  put(overlay, keyLookup(key), key, encodeRaw(JSON.stringify(entry)));
}

/** Adds an edit. */
export function addEdit(overlay: Overlay, edit: Edit): void {
  if (edit.collection === "settings") {
    addSetting(overlay, edit);
    return;
  }
  const line = edit.after === null ? null : encodeRaw(recordText(edit.collection, edit.after));
  replace(overlay, edit.id, viewOf(edit, "before"), viewOf(edit, "after"), line);
  if (edit.collection === "payments") touchPayment(overlay, edit);
  if (edit.collection === "confirmations") addPaid(overlay, edit, line);
}

function addSetting({ settings }: Overlay, { id, before, after }: EditOf<"settings">): void {
  const values = settings.get(id) ?? [before?.value ?? null];
  settings.set(id, [...values, after?.value ?? null]);
}

/** Files a confirmation by its payment too, and tells that its cycle is another now. */
function addPaid(
  overlay: Overlay,
  { id, before, after }: EditOf<"confirmations">,
  line: RawText | null,
): void {
  for (const each of [before, after]) if (each !== null) touchCycle(overlay, each);
  const [from, to] = [paidViews(before), paidViews(after)];
  for (const view of from) if (!to.includes(view)) put(overlay, view, id, null);
  for (const view of to) replace(overlay, id, from.includes(view) ? view : null, view, line);
}

/** The lookups a confirmation lies in: those of its payment, of the year of its cycle and of the year it was paid. */
function paidViews(confirmation: Confirmation | null): string[] {
  if (confirmation === null) return [];
  const { payment_id, cycle, paid_on } = confirmation;
  const years = new Set([yearOf(cycle ?? paid_on), yearOf(paid_on)]);
  return [...years].map((year) => paidLookup(payment_id, year));
}

/** Lines of a view with those of its overlay in their places, new ones last. */
export function* laidOver(
  lines: Iterable<RawText>,
  laid: ReadonlyMap<string, RawText | null>,
): Generator<RawText> {
  const rest = new Map(laid);
  for (const line of lines) {
    const id = idOf(line);
    const put = rest.has(id) ? rest.get(id) : line;
    rest.delete(id);
    if (put != null) yield put;
  }
  for (const put of rest.values()) if (put !== null) yield put;
}

function replace(
  overlay: Overlay,
  id: string,
  from: string | null,
  to: string | null,
  line: RawText | null,
): void {
  if (from !== null && from !== to) put(overlay, from, id, null);
  if (to === null || line === null) return;
  const view = put(overlay, to, id, line);
  if (from === to) view.isAllNew = false;
}

function put(overlay: Overlay, name: string, id: string, line: RawText | null): ViewOverlay {
  const view = overlay.views.get(name) ?? { lines: new Map(), isAllNew: true };
  overlay.views.set(name, view);
  if (line === null || view.lines.has(id)) view.isAllNew = false;
  view.lines.set(id, line);
  overlay.length += line?.length ?? 0;
  return view;
}

function touchPayment({ touched }: Overlay, { id, before, after }: EditOf<"payments">): void {
  const known = touched.get(id) ?? { cycles: new Set() };
  if (known.before === undefined) known.before = before;
  known.after = after;
  touched.set(id, known);
}

function touchCycle({ touched }: Overlay, { payment_id, cycle }: Confirmation): void {
  const known = touched.get(payment_id) ?? { cycles: new Set() };
  if (cycle !== null) known.cycles.add(cycle);
  touched.set(payment_id, known);
}
