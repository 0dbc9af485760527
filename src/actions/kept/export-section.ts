import type { Confirmation } from "../../domain/confirmations/confirmation.ts";
import type { ConfirmationView } from "../../domain/confirmations/confirmation-view.ts";
import { outlookOf } from "../../domain/cycles/outlook.ts";
import { paymentView } from "../../domain/cycles/payment-view.ts";
import { addDays } from "../../domain/days/calendar.ts";
import { auditEvent } from "../../domain/history/audit-event.ts";
import { minorOf } from "../../domain/money/money.ts";
import type { ExportSection } from "../../formats/export-section.ts";
import { inKeyOrder } from "../../formats/payment-key-order.ts";
import type { Snapshot } from "../../store/snapshot.ts";
import type { Books } from "../books.ts";
import { scheduledIn } from "../due/schedule.ts";
import { confirmationsByMonth, inOrderOfCreation, transactionsByMonth } from "../history.ts";
import type { ExportName } from "./export-choices.ts";

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
        .map((payment) => paymentView(payment, outlookOf(payment, view), today))
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
export function auditSection(books: Books): ExportSection {
  return { name: "audit", type: "event", rows: eventsIn(books) };
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

function* eventsIn({ snapshot, journal }: Books): Generator<object> {
  if (snapshot.seq === 0) return;
  for (const line of journal.newestLines()) yield auditEvent(line);
}
