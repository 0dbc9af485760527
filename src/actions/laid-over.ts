import type { CollectionName, Collections, Edit } from "../domain/change.ts";
import { type Month, monthName } from "../domain/days/calendar.ts";
import type { Snapshot } from "../store/views/snapshot.ts";

/** A snapshot as it will be with some edits, each made after those before it. */
export function laidOver(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const payments = latestOf(edits, "payments");
  const settings = latestOf(edits, "settings");
  return {
    seq: snapshot.seq,
    head: snapshot.head,
    all: (name) => withEdits(snapshot.all(name), payments),
    each: (name) => withEdits(snapshot.all(name), payments),
    index: (name, meant) => withEdits(snapshot.index(name, meant), payments),
    get: (name, id) => {
      const record = latestOf(edits, name).get(id);
      return record === undefined ? snapshot.get(name, id) : (record ?? undefined);
    },
    months: (name, from, to, containing) =>
      withEdits(snapshot.months(name, from, to, containing), latestOf(edits, name), (record) =>
        isBetween(monthOf(record), from, to),
      ),
    referenced: (payment_id, ref) =>
      withEdits(
        snapshot.referenced(payment_id, ref),
        latestOf(edits, "confirmations"),
        (record) => record.payment_id === payment_id && record.ref === ref,
      ),
    monthsHeld: (name) => {
      const records = [...latestOf(edits, name).values()].filter((record) => record !== null);
      return [...new Set([...snapshot.monthsHeld(name), ...records.map(monthOf)])].sort();
    },
    settings: () => {
      const values = new Map(snapshot.settings());
      for (const [key, setting] of settings) {
        if (setting === null) values.delete(key);
        else values.set(key, setting.value);
      }
      return values;
    },
    keyed: (key) => snapshot.keyed(key),
  };
}

/** The last state that some edits give the records of one collection, by id; null where a record is gone. */
function latestOf<Name extends CollectionName>(
  edits: readonly Edit[],
  name: Name,
): ReadonlyMap<string, Collections[Name] | null> {
  const latest = new Map<string, Collections[Name] | null>();
  for (const edit of edits) if (isEditOf(edit, name)) latest.set(edit.id, edit.after);
  return latest;
}

function isEditOf<Name extends CollectionName>(
  edit: Edit,
  name: Name,
): edit is Edit & { readonly after: Collections[Name] | null } {
  return edit.collection === name;
}

/** Records with others in their places, and those that were not there at the end; of all only the wanted. */
function withEdits<Kept extends { readonly id: string }>(
  kept: readonly Kept[],
  edited: ReadonlyMap<string, Kept | null>,
  isWanted: (record: Kept) => boolean = () => true,
): Kept[] {
  const rest = new Map(edited);
  const laid = kept.map((record) => {
    const now = rest.get(record.id);
    rest.delete(record.id);
    return now === undefined ? record : now;
  });
  return [...laid, ...rest.values()].filter((record) => record !== null).filter(isWanted);
}

/** The month that a record kept by month belongs to. */
function monthOf(record: Collections["confirmations"] | Collections["transactions"]): Month {
  return monthName("date" in record ? record.date : (record.cycle ?? record.paid_on));
}

function isBetween(month: Month, from: Month, to: Month): boolean {
  return from <= month && month <= to;
}
