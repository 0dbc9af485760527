import type { Context } from "../../context.ts";
import type { Ailment } from "../../domain/doctor/ailment.ts";
import { recordAilments } from "../../domain/doctor/record-ailments.ts";
import type { Repaired } from "../../domain/doctor/repaired.ts";
import type { Snapshot } from "../../store/store.ts";
import { confirmationsByMonth, transactionsByMonth } from "../history.ts";
import { openBooks } from "../open-books.ts";

/** What looking at everything found. */
export interface Diagnosis {
  /** Whether there is no problem; notes do not count. */
  readonly ok: boolean;
  readonly problems: readonly Ailment[];
  readonly notes: readonly Ailment[];
}

/**
 * Looks at every file of the home and at every record of the books. It is no question to the books: it must answer where they
 * cannot be read. Refuses `no-home`.
 */
export async function examineBooks(context: Context): Promise<Diagnosis> {
  const { store } = openBooks(context);
  const files = store.examine();
  const isReadable = !files.some(({ kind, is_problem }) => kind === "journal" && is_problem);
  const clock = context.clock.now();
  const found = isReadable
    ? [...files, ...store.read(ailmentsOfRecords), ...clockAilments(store.newestLines(), clock)]
    : files;
  const problems = found.filter(({ is_problem }) => is_problem);
  return {
    ok: problems.length === 0,
    problems,
    notes: found.filter(({ is_problem }) => !is_problem),
  };
}

/** Mends what can be mended without losing anything, after a copy of the home was made. Refuses `no-home` and `busy`. */
export async function repairBooks(context: Context): Promise<Repaired> {
  return openBooks(context).store.repair();
}

function ailmentsOfRecords(snapshot: Snapshot): Ailment[] {
  return recordAilments({
    payments: byId(snapshot.each("payments")),
    confirmations: byId(confirmationsByMonth(snapshot)),
    transactions: byId(transactionsByMonth(snapshot)),
  });
}

function byId<Kept extends { readonly id: string }>(records: Iterable<Kept>): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (const record of records) kept.set(record.id, record);
  return kept;
}

/** A change from a day to come was made with another clock, or this one is wrong. */
function clockAilments(newest: Iterable<{ readonly ts: string }>, now: string): Ailment[] {
  for (const { ts } of newest) {
    if (ts <= now) break;
    return [
      {
        ...{ kind: "clock", is_problem: true, file: null, record: null },
        message: `the last change was made at ${ts}, which is still to come`,
        hint: "Set the clock of this machine.",
      },
    ];
  }
  return [];
}
