import type { Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { encodeRaw, idOf, type RawText } from "./record-lines.ts";
import { recordText, referenceKey, referenceView, viewOf } from "./view-table.ts";

/** What edits do to the views: the records they put in place, to be laid over what the files hold. */
export interface Overlay {
  /** By the view's name. */
  readonly views: Map<string, ViewOverlay>;
  /** Every value a setting had, in order; null is absence. */
  readonly settings: Map<string, (SettingValue | null)[]>;
  /** Characters held, so that a long one can be laid down in time. */
  length: number;
}

export interface ViewOverlay {
  /** By id: the record's line, or null where it is gone. */
  readonly lines: Map<string, RawText | null>;
  /** Whether every line is a record that was not there before, so that appending will do. */
  isAllNew: boolean;
}

/** An overlay that changes nothing. */
export function emptyOverlay(): Overlay {
  return { views: new Map(), settings: new Map(), length: 0 };
}

/** Adds an edit. Adding one twice is the same as adding it once. */
export function addEdit(overlay: Overlay, edit: Edit): void {
  if (edit.collection === "settings") {
    const values = overlay.settings.get(edit.id) ?? [edit.before?.value ?? null];
    overlay.settings.set(edit.id, [...values, edit.after?.value ?? null]);
    return;
  }
  const from = viewOf(edit, "before");
  const to = viewOf(edit, "after");
  if (from !== null && from !== to) put(overlay, from, edit.id, null);
  if (to === null || edit.after === null) return;
  const line = encodeRaw(recordText(edit.after));
  const view = put(overlay, to, edit.id, line);
  if (from === to) view.isAllNew = false;
  overlay.length += line.length;
  if (edit.collection === "confirmations" && from !== to) addReference(overlay, edit.after, to);
}

/** Makes a confirmation findable by its reference. It stays so when it is voided or gone: who looks, looks at the record. */
function addReference(overlay: Overlay, { id, payment_id, ref }: Confirmation, view: string): void {
  if (ref === null) return;
  const key = referenceKey(payment_id, ref);
  const line = encodeRaw(JSON.stringify({ id: `${key}${id}`, view, confirmation: id }));
  put(overlay, referenceView(key), `${key}${id}`, line);
  overlay.length += line.length;
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

function put(overlay: Overlay, name: string, id: string, line: RawText | null): ViewOverlay {
  const view = overlay.views.get(name) ?? { lines: new Map(), isAllNew: true };
  overlay.views.set(name, view);
  if (line === null || view.lines.has(id)) view.isAllNew = false;
  view.lines.set(id, line);
  return view;
}
