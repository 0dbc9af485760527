import type { Edit } from "../../domain/change.ts";
import type { Day } from "../../domain/days/calendar.ts";
import { adoptPayment } from "../../domain/imports/adopt-payment.ts";
import { collectRefusal } from "../../domain/imports/collect-refusal.ts";
import type { RefusedRow } from "../../domain/imports/foreign.ts";
import { importRegistry } from "../../domain/imports/import-registry.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { ForeignFile } from "../../formats/import-file.ts";
import type { Given } from "../action.ts";
import type { Books } from "../books.ts";
import { planConfirmations } from "./import-confirmations.ts";
import { type ImportPlan, nothingTaken } from "./import-plan.ts";

/**
 * Plans to bring in the rows of another program. A payment that is there already, by its id, or where
 * it has none by its name and kind, is a duplicate; one whose name and kind belong to another id is refused. What is
 * added is owed from `owed_from` on, null being what is usual.
 */
export function planForeign(
  books: Books,
  file: ForeignFile,
  given: Given,
  owed_from: Day | null,
): ImportPlan {
  const refused: RefusedRow[] = [...file.refused];
  const registry = importRegistry(books.snapshot.all("payments"));
  const added: Payment[] = [];
  let duplicates = 0;
  for (const row of file.payments) {
    const take = () => {
      if (registry.has(row)) return "duplicate";
      const stamp = { id: row.id ?? given.id("pay"), now: given.now };
      const payment = adoptPayment(row, stamp, books.today, books.policy, owed_from);
      registry.add(payment);
      return payment;
    };
    const taken = collectRefusal(row.where, refused, take, null);
    if (taken === "duplicate") duplicates += 1;
    else if (taken !== null) added.push(taken);
  }
  const confirmations = planConfirmations({ books, file, find: registry.find, given, refused });
  return {
    payments: { added: added.length, duplicates },
    confirmations: confirmations.counts,
    transactions: nothingTaken,
    settings: nothingTaken,
    refused,
    edits: joined(added.map(additionOf), confirmations.edits),
  };
}

function additionOf(payment: Payment): Edit {
  return { collection: "payments", id: payment.id, before: null, after: payment };
}

function joined(first: readonly Edit[], rest: Iterable<Edit>): Iterable<Edit> {
  return {
    *[Symbol.iterator]() {
      yield* first;
      yield* rest;
    },
  };
}
