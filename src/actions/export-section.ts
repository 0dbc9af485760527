import type { Context } from "../context.ts";
import type { Confirmation } from "../domain/confirmations/confirmation.ts";
import type { ConfirmationView } from "../domain/confirmations/confirmation-view.ts";
import { paymentView } from "../domain/cycles/payment-view.ts";
import { nextOpen } from "../domain/cycles/settle.ts";
import { addDays } from "../domain/days/calendar.ts";
import { minorOf } from "../domain/money/money.ts";
import type { ExportSection } from "../formats/export-section.ts";
import { inKeyOrder } from "../formats/payment-key-order.ts";
import type { Snapshot } from "../store/views/snapshot.ts";
import { auditEvent } from "./audit.ts";
import { type Books, openStore } from "./books.ts";
import type { ExportName } from "./export-choices.ts";
import { confirmationsByMonth, inOrderOfCreation, transactionsByMonth } from "./history.ts";
import { scheduledIn } from "./schedule.ts";

/** Everything an export holds of the books, in order. */
export function everySection(books: Books, days: number): ExportSection[] {
  return (["payments", "upcoming", "confirmations", "ledger"] as const).map((name) =>
    exportSection(name, books, days),
  );
}

/**
 * The records of one kind. What the engine of dates is needed for is worked out at once; history is
 * read a month at a time while it is written.
 */
export function exportSection(
  name: Exclude<ExportName, "audit">,
  { snapshot, today, view }: Books,
  days: number,
): ExportSection {
  switch (name) {
    case "payments": {
      const rows = inOrderOfCreation(snapshot.all("payments"))
        .map((payment) => paymentView(payment, nextOpen(payment, today, view), today))
        .map(inKeyOrder);
      return { name, type: "payment", rows };
    }
    case "upcoming": {
      const span = { from: today, to: addDays(today, days) };
      return { name, type: "upcoming", rows: scheduledIn(span, snapshot.all("payments"), view) };
    }
    case "confirmations":
      return { name, type: "confirmation", rows: confirmationsIn(snapshot) };
    case "ledger":
      return { name: "transactions", type: "transaction", rows: transactionsByMonth(snapshot) };
  }
}

/** The changes of the journal, newest first. */
export function auditSection(context: Context): ExportSection {
  return { name: "audit", type: "event", rows: eventsIn(context) };
}

function* confirmationsIn(snapshot: Snapshot): Generator<ConfirmationView> {
  for (const each of confirmationsByMonth(snapshot)) yield exported(each);
}

/** A confirmation with its keys in one order, whoever made the record; key by key, for there may be 200,000. */
function exported(confirmation: Confirmation): ConfirmationView {
  return {
    id: confirmation.id,
    payment_id: confirmation.payment_id,
    cycle: confirmation.cycle,
    paid_on: confirmation.paid_on,
    amount: confirmation.amount,
    amount_minor: minorOf(confirmation.amount, confirmation.currency),
    currency: confirmation.currency,
    expected: confirmation.expected,
    method: confirmation.method,
    ref: confirmation.ref,
    notes: confirmation.notes,
    source: confirmation.source,
    transaction_id: confirmation.transaction_id,
    created_at: confirmation.created_at,
    voided_at: confirmation.voided_at,
  };
}

function* eventsIn(context: Context): Generator<object> {
  const store = openStore(context);
  if (!store.isHome()) return;
  for (const line of store.newestLines()) yield auditEvent(line);
}
