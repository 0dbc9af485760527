import type { Edit } from "../../domain/change.ts";
import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import { type Cycle, isSkipped } from "../../domain/cycles/cycle.ts";
import { requireCycle } from "../../domain/cycles/settle.ts";
import { skippedRefusal } from "../../domain/cycles/skipped.ts";
import { expectedOf } from "../../domain/cycles/standing.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { adoptConfirmation, confirmationOf } from "../../domain/imports/adopt-confirmation.ts";
import { collectRefusal } from "../../domain/imports/collect-refusal.ts";
import type { ForeignConfirmation, RefusedRow } from "../../domain/imports/foreign.ts";
import {
  type KnownConfirmations,
  knownConfirmations,
} from "../../domain/imports/known-confirmations.ts";
import { linkOutlays } from "../../domain/imports/link-outlays.ts";
import { decimalOf } from "../../domain/money/money.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { ForeignFile } from "../../formats/import-file.ts";
import type { Given } from "../action.ts";
import type { Books } from "../books.ts";
import { confirmationsByMonth } from "../history.ts";
import type { TakenConfirmations } from "./import-plan.ts";

interface ConfirmationsPlan {
  readonly counts: TakenConfirmations;
  readonly edits: Iterable<Edit>;
}

/**
 * Plans to bring in confirmations: those that are there already are duplicates; the others are linked
 * to open cycles by the match rule, one to one, and the rest stay unlinked.
 */
export function planConfirmations(desk: Desk): ConfirmationsPlan {
  const { file, refused, books } = desk;
  if (file.confirmations.length === 0) return nothing;
  const held = heldConfirmations(books);
  const coming = new Map<Payment, Arrival[]>();
  let duplicates = 0;
  for (const [index, row] of file.confirmations.entries()) {
    const arrive = () => arrivalOf(row, index, held.known, desk);
    const arrival = collectRefusal(row.where, refused, arrive, null);
    if (arrival === "duplicate") duplicates += 1;
    else if (arrival !== null) listIn(coming, arrival.payment).push(arrival);
  }
  const links = [...coming].map(([payment, arrivals]) => linked(payment, arrivals, held, books));
  return planOf(links, duplicates, desk);
}

/** What the planning works with. */
interface Desk {
  readonly books: Books;
  readonly file: ForeignFile;
  /** Finds the payment that a row names, by its id or, in a CSV, by its name. */
  readonly find: (text: string, byName: boolean) => Payment;
  readonly given: Given;
  readonly refused: RefusedRow[];
}

/** A confirmation on its way in. */
interface Arrival {
  /** Its id, or its place in the file, by which ties are broken. */
  readonly id: string;
  /** The id that its record gets. */
  readonly record_id: string;
  readonly paid_on: Day;
  readonly row: ForeignConfirmation;
  readonly payment: Payment;
  /** The cycle that the file names. */
  readonly cycle: Cycle | null;
}

interface Linked {
  readonly payment: Payment;
  readonly arrivals: readonly Arrival[];
  readonly cycles: ReadonlyMap<string, Cycle>;
}

interface Held {
  readonly known: KnownConfirmations;
  /** Payment and cycle of everything that is not void. */
  readonly settled: ReadonlySet<string>;
}

const nothing: ConfirmationsPlan = {
  counts: { added: 0, linked: 0, unlinked: 0, duplicates: 0 },
  edits: [],
};

function heldConfirmations({ snapshot }: Books): Held {
  const settled = new Set<string>();
  const noted = function* (): Generator<Confirmation> {
    for (const each of confirmationsByMonth(snapshot)) {
      const { payment_id, cycle, voided_at } = each;
      if (cycle !== null && voided_at === null) settled.add(`${payment_id} ${cycle}`);
      yield each;
    }
  };
  return { known: knownConfirmations(noted()), settled };
}

function arrivalOf(
  row: ForeignConfirmation,
  index: number,
  known: KnownConfirmations,
  { books, file, find, given }: Desk,
): Arrival | "duplicate" {
  const payment = find(row.payment, file.format === "csv");
  const adopted = adoptConfirmation(row, payment, books.today);
  const evident = { ...adopted, id: row.id };
  if (known.includes(evident)) return "duplicate";
  const cycle = namedCycle(payment, row, books);
  known.add(evident);
  const record_id = row.id ?? given.id("pc");
  return { id: row.id ?? numbered(index), record_id, paid_on: row.paid_on, row, payment, cycle };
}

function namedCycle(payment: Payment, row: ForeignConfirmation, { policy }: Books): Cycle | null {
  if (row.cycle === null) return null;
  const cycle = requireCycle(payment, row.cycle, policy);
  if (isSkipped(cycle)) throw skippedRefusal("not-allowed", payment, cycle);
  return cycle;
}

function linked(
  payment: Payment,
  arrivals: readonly Arrival[],
  { settled }: Held,
  { policy }: Books,
): Linked {
  const named = new Map<string, Cycle>();
  for (const { id, cycle } of arrivals) if (cycle !== null) named.set(id, cycle);
  const taken = new Set([...named.values()].map(({ name }) => name));
  const isTaken = (cycle: Day) => taken.has(cycle) || settled.has(`${payment.id} ${cycle}`);
  const free = arrivals.filter(({ cycle }) => cycle === null);
  const cycles = new Map([...linkOutlays(payment, free, isTaken, policy), ...named]);
  return { payment, arrivals, cycles };
}

function planOf(links: readonly Linked[], duplicates: number, desk: Desk): ConfirmationsPlan {
  const added = links.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  const withCycle = links.reduce((sum, { cycles }) => sum + cycles.size, 0);
  const counts = { added, linked: withCycle, unlinked: added - withCycle, duplicates };
  return { counts, edits: { [Symbol.iterator]: () => editsOf(links, desk) } };
}

function* editsOf(links: readonly Linked[], desk: Desk): Generator<Edit> {
  const { now } = desk.given;
  for (const { arrivals, cycles } of links) {
    for (const arrival of arrivals) {
      const cycle = cycles.get(arrival.id) ?? null;
      // Read a second time, which is cheaper than to hold on to them all.
      const adopted = adoptConfirmation(arrival.row, arrival.payment, desk.books.today);
      const stamp = { id: arrival.record_id, now };
      const after = confirmationOf(adopted, cycle, expectedFor(arrival, cycle, desk), stamp);
      yield { collection: "confirmations", id: after.id, before: null, after };
    }
  }
}

function expectedFor({ payment, cycle: named }: Arrival, cycle: Cycle | null, { books }: Desk) {
  if (cycle === null) return null;
  // A cycle that the file names may have evidence already, which froze what is expected.
  const evidence = named === null ? [] : books.view.evidence(payment.id, named.name);
  return decimalOf(expectedOf(payment, cycle, evidence), payment.currency);
}

function listIn(lists: Map<Payment, Arrival[]>, payment: Payment): Arrival[] {
  const list = lists.get(payment) ?? [];
  lists.set(payment, list);
  return list;
}

/** No id may begin so. */
const numbered = (index: number): string => `#${String(index).padStart(9, "0")}`;
