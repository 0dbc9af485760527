import type { Confirmed } from "../actions/paid/confirm.ts";
import type { SeveralConfirmed } from "../actions/paid/confirm-several.ts";
import type { Unconfirmed } from "../actions/paid/unconfirm.ts";
import { type Day, daysBetween } from "../domain/days/calendar.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { moneyText } from "./money.ts";

/**
 * `Confirmed Hydro 150.00 CAD for 2026-01-15, on time`; where the bank has the order for a day to come,
 * `Scheduled Hydro 150.00 CAD for 2026-02-15, leaving on 2026-02-14, 1 day early`
 */
export function renderConfirmed(confirmed: Confirmed, today: Day): string {
  const isToCome = confirmed.paid_on > today;
  const what = `${cleanText(confirmed.name)} ${moneyText(confirmed)} for ${confirmed.cycle}`;
  const paid = isToCome
    ? `Scheduled ${what}, leaving on ${confirmed.paid_on}`
    : `Confirmed ${what}`;
  const posted = confirmed.transaction_id === null ? "" : `, posted as ${confirmed.transaction_id}`;
  return `${paid}, ${timing(confirmed)}${completeness(confirmed)}${posted}`;
}

/** A line for each payment, and what they come to: `Together 2174.99 CAD` */
export function renderSeveral({ confirmed, total }: SeveralConfirmed, today: Day): string {
  const lines = confirmed.map((each) => renderConfirmed(each, today));
  return [...lines, `Together ${total.map(moneyText).join(", ")}`].join("\n");
}

/** `Voided pc_…: Hydro 150.00 CAD, 2026-01-15 is open again` */
export function renderUnconfirmed(voided: Unconfirmed): string {
  const { id, name, reversal_id } = voided;
  const reversed = reversal_id === null ? "" : `, reversed by ${reversal_id}`;
  return `Voided ${id}: ${cleanText(name)} ${moneyText(voided)}${standing(voided)}${reversed}`;
}

/** Another confirmation may hold the cycle, whole or in part. */
function standing({ cycle, cycle_status, remaining, currency }: Unconfirmed): string {
  switch (cycle_status) {
    case null:
      return "";
    case "paid":
    case "overpaid":
    case "skipped":
      return `, ${cycle} is still ${cycle_status}`;
    case "partial":
      return `, ${remaining} ${currency} remains for ${cycle}`;
    default:
      return `, ${cycle} is open again`;
  }
}

function timing({ paid_on, date }: Confirmed): string {
  const late = daysBetween(date, paid_on);
  if (late === 0) return "on time";
  return `${counted(Math.abs(late), "day")} ${late > 0 ? "late" : "early"}`;
}

function completeness({ cycle_status, remaining, currency }: Confirmed): string {
  if (cycle_status === "partial") return `, partial: ${remaining} ${currency} remains`;
  return cycle_status === "overpaid" ? ", more than was expected" : "";
}
