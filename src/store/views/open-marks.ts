import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import {
  doubtCycles,
  emptyMark,
  markBefore,
  markOf,
  type OpenMark,
} from "../../domain/cycles/open-mark.ts";
import { beginningMark } from "../../domain/cycles/owed.ts";
import { type Day, yearOf } from "../../domain/days/calendar.ts";
import { RulesNotLoaded } from "../../domain/days/rule.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import { type Policy, policyOf } from "../../domain/settings/policy.ts";
import { crc32 } from "../disk/checksum.ts";
import type { HeldMark, Snapshot } from "../snapshot.ts";
import { openLookup } from "./layout.ts";
import type { Touched } from "./overlay.ts";
import { bytesOf, decodeRaw, encodeRaw, parseLines, type RawText } from "./record-lines.ts";
import type { Views } from "./views.ts";

/** A line of the lookup of what is open: the mark of a payment, or the sum of the settings that all marks hold for. */
type MarkLine = { readonly id: string } & (
  | { readonly settings: number }
  | { readonly gone: true }
  | (OpenMark & { readonly evidence: readonly Confirmation[] })
);

/** The marks that can be believed. */
export interface KnownMarks {
  held(payment_id: string): HeldMark | null;
  /** How many lines the lookup has, those of no use any more too. */
  readonly length: number;
  /** How many payments have a mark. */
  readonly size: number;
  /** Whether nothing in the lookup holds any more: every mark is to be made anew. */
  readonly isUseless: boolean;
}

/** Reads the marks; none where the settings are others now, and none of a payment that changed since. */
export function knownMarks(views: Views, policy: Policy): KnownMarks {
  const text = views.lookup(openLookup);
  const lines = text === null ? [] : parseLines<MarkLine>(decodeRaw(text.raw));
  const [first] = lines;
  const isUseless =
    first === undefined || !("settings" in first) || first.settings !== sumOf(policy);
  const marks = new Map(isUseless ? [] : lines.map((line) => [line.id, line]));
  const { touched } = views.overlay;
  const held = new Map<string, HeldMark | null>();
  const heldOf = (payment_id: string): HeldMark | null => {
    const line = marks.get(payment_id);
    const isKnown = line !== undefined && "through" in line && !touched.has(payment_id);
    return isKnown ? { ...line, evidence: byCycle(line.evidence) } : null;
  };
  return {
    length: lines.length,
    size: marks.size,
    isUseless,
    held: (payment_id) => {
      const known = held.get(payment_id) ?? heldOf(payment_id);
      held.set(payment_id, known);
      return known;
    },
  };
}

/** What is to be written of the marks after a change. */
export interface MarksWritten {
  readonly lines: readonly RawText[];
  /** Whether they take the place of all lines, or are appended. */
  readonly isWhole: boolean;
}

/**
 * Moves the marks of the payments that a change touched; all of them where the lookup cannot be relied on, and once it has
 * many lines of no use. `before` are the views that the change was decided on, `after` the books with it.
 */
export function movedMarks(
  before: Views,
  after: Snapshot,
  touched: ReadonlyMap<string, Touched>,
  today: Day,
): MarksWritten {
  const policy = policyOf(after.settings());
  const known = knownMarks(before, policy);
  const isWhole = known.isUseless || known.length > 2 * known.size + roomInLookup;
  const ids = isWhole ? after.paymentNames().map(({ id }) => id) : [...touched.keys()];
  const lines = ids.flatMap((id) => {
    const old = known.held(id);
    const change = touched.get(id);
    if (isWhole && change === undefined && old !== null)
      return lineOf(id, old, [...old.evidence.values()].flat());
    return madeLine(id, old, change, after, { today, policy }) ?? [];
  });
  const head: MarkLine = { id: "", settings: sumOf(policy) };
  return { lines: isWhole ? [encoded(head), ...lines] : lines, isWhole };
}

/** The line of a payment; null where its rule is not loaded, and whoever asks walks through its cycles. */
function madeLine(
  id: string,
  old: OpenMark | null,
  change: Touched | undefined,
  books: Snapshot,
  { today, policy }: { readonly today: Day; readonly policy: Policy },
): RawText | null {
  const payment = books.get("payments", id);
  if (payment === undefined) return encoded({ id, gone: true });
  try {
    const mark = markOf(
      payment,
      evidenceIn(books),
      today,
      policy,
      startFrom(payment, policy, old, change),
    );
    const listed = mark.open.flatMap((cycle) => evidenceIn(books)(id, cycle));
    const later = books
      .confirmationsOf(id, { from: yearOf(mark.through), to: 9999 })
      .filter(({ cycle }) => cycle !== null && cycle >= mark.through);
    return lineOf(id, mark, [...listed, ...later]);
  } catch (error) {
    if (error instanceof RulesNotLoaded) return encoded({ id, gone: true });
    throw error;
  }
}

/** The mark to begin with: the old one with what changed in doubt, or where it says nothing any more the first one. */
function startFrom(
  payment: Payment,
  policy: Policy,
  old: OpenMark | null,
  change: Touched | undefined,
): OpenMark {
  const first = () => beginningMark(payment, policy);
  if (old === null || change === undefined) return first();
  const { before, after, cycles } = change;
  if (after === undefined) return doubtCycles(old, cycles);
  if (isNone(before) || isNone(after) || before.owed_from !== after.owed_from) return first();
  const from = markBefore(old, before, after);
  return from === emptyMark ? first() : doubtCycles(from, cycles);
}

const isNone = (payment: Payment | null | undefined): payment is null | undefined =>
  payment === null || payment === undefined;

function evidenceIn(books: Snapshot) {
  return (payment_id: string, cycle: Day): readonly Confirmation[] => {
    const year = yearOf(cycle);
    return books
      .confirmationsOf(payment_id, { from: year, to: year })
      .filter((each) => each.cycle === cycle);
  };
}

function lineOf(
  id: string,
  { through, open }: OpenMark,
  evidence: readonly Confirmation[],
): RawText {
  return encoded({ id, through, open, evidence });
}

function encoded(line: MarkLine): RawText {
  return encodeRaw(JSON.stringify(line));
}

function byCycle(evidence: readonly Confirmation[]): ReadonlyMap<Day, readonly Confirmation[]> {
  const groups = new Map<Day, Confirmation[]>();
  for (const each of evidence) {
    if (each.cycle === null) continue;
    const group = groups.get(each.cycle);
    if (group === undefined) groups.set(each.cycle, [each]);
    else group.push(each);
  }
  return groups;
}

/** What follows from the settings: the holidays, and the days of grace before which nothing is owed. */
function sumOf({ calendars, grace_days }: Policy): number {
  const lists = Object.entries(calendars).sort(([one], [other]) => (one < other ? -1 : 1));
  return crc32(bytesOf(encodeRaw(JSON.stringify([grace_days, lists]))));
}

/** How many lines of no use the lookup may have, beyond as many as it has marks. */
const roomInLookup = 64;
