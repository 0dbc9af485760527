import type { ConfirmationRow } from "../actions/paid/confirmations.ts";
import type { ConfirmationView } from "../domain/confirmations/confirmation-view.ts";
import { moneyText } from "./money.ts";
import type { Style } from "./style.ts";

/** Confirmations as a table; a void one says so. */
export function renderConfirmations(
  confirmations: readonly ConfirmationRow[],
  style: Style,
): string {
  if (confirmations.length === 0) return "No confirmations.";
  return confirmationTable(confirmations, style);
}

/** The confirmations of one payment as a table. */
export function renderOwnConfirmations(
  confirmations: readonly ConfirmationView[],
  style: Style,
): string {
  return confirmationTable(confirmations, style);
}

function confirmationTable(
  confirmations: readonly (ConfirmationView & { readonly name?: string })[],
  style: Style,
): string {
  const hasNames = confirmations.some(({ name }) => name !== undefined);
  return style.table(
    [
      { title: "Paid on" },
      ...(hasNames ? [{ title: "Name", shrinkTo: 12 }] : []),
      { title: "Amount", align: "right" },
      { title: "Cycle", isOptional: true },
      { title: "Method", shrinkTo: 6, isOptional: true },
      { title: "Reference", shrinkTo: 9, isOptional: true },
      { title: "Id" },
    ],
    confirmations.map((each) => [
      each.paid_on,
      ...(hasNames ? [each.name ?? ""] : []),
      moneyText(each),
      each.voided_at === null ? (each.cycle ?? "none") : "void",
      each.method,
      each.ref ?? "",
      each.id,
    ]),
  );
}
