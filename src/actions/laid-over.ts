import type { Edit } from "../domain/change.ts";
import { type CollectionName, type Collections, monthOfRecord } from "../domain/collections.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import { type Month, yearOf } from "../domain/days/calendar.ts";
import type { Snapshot, Years } from "../store/snapshot.ts";

/** A snapshot as it will be with some edits, each made after those before it. */
export function laidOver(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const payments = latestOf(edits, "payments");
  const confirmations = latestOf(edits, "confirmations");
  const settings = latestOf(edits, "settings");
  const touched = paymentsTouched(edits);
  return {
    seq: snapshot.seq,
    head: snapshot.head,
    all: (name) => withEdits(snapshot.all(name), payments),
    each: (name) => withEdits(snapshot.all(name), payments),
    paymentNames: (meant) => withEdits(snapshot.paymentNames(meant), payments),
    get: (name, id) => {
      const record = latestOf(edits, name).get(id);
      return record === undefined ? snapshot.get(name, id) : (record ?? undefined);
    },
    months: (name, from, to, containing) =>
      withEdits(snapshot.months(name, from, to, containing), latestOf(edits, name), (record) =>
        isBetween(monthOfRecord(name, record), from, to),
      ),
    confirmationsOf: (payment_id, years) =>
      withEdits(
        snapshot.confirmationsOf(payment_id, years),
        confirmations,
        (each) => each.payment_id === payment_id && isOfYears(each, years),
      ),
    openMark: (payment_id) => (touched.has(payment_id) ? null : snapshot.openMark(payment_id)),
    monthsHeld: (name) => {
      const records = [...latestOf(edits, name).values()].filter((record) => record !== null);
      return [
        ...new Set([
          ...snapshot.monthsHeld(name),
          ...records.map((each) => monthOfRecord(name, each)),
        ]),
      ].sort();
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

/** The payments of which something else may be open now: all of them where a setting is another. */
function paymentsTouched(edits: readonly Edit[]): Pick<ReadonlySet<string>, "has"> {
  if (edits.some(({ collection }) => collection === "settings")) return { has: () => true };
  const touched = new Set<string>();
  for (const edit of edits) {
    if (edit.collection === "payments") touched.add(edit.id);
    if (edit.collection !== "confirmations") continue;
    for (const each of [edit.before, edit.after]) if (each !== null) touched.add(each.payment_id);
  }
  return touched;
}

function isOfYears({ cycle, paid_on }: Confirmation, years: Years | undefined): boolean {
  if (years === undefined) return true;
  return [cycle ?? paid_on, paid_on].some(
    (day) => years.from <= yearOf(day) && yearOf(day) <= years.to,
  );
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

function isBetween(month: Month, from: Month, to: Month): boolean {
  return from <= month && month <= to;
}
