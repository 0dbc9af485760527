import type { Imported } from "../actions/kept/import.ts";
import type { Taken } from "../actions/kept/import-plan.ts";
import { cleanText } from "./clean-text.ts";
import type { Style } from "./style.ts";

/** `Imported 12 payments and 48 confirmations (45 linked to cycles)`, then what was not taken, a line each. */
export function renderImported(imported: Imported, style: Style): string {
  return [headline(imported), ...duplicateLine(imported), ...refusedLines(imported, style)]
    .map((line) => `${line}\n`)
    .join("");
}

/** The most refused rows that are spelled out for a person; JSON has them all. */
const mostShown = 20;

function headline(imported: Imported): string {
  const { payments, confirmations, transactions, settings } = imported;
  const linked = `${confirmations.linked} linked to cycles`;
  const parts = [
    counted(payments.added, "payment"),
    confirmations.added > 0 ? `${counted(confirmations.added, "confirmation")} (${linked})` : "",
    counted(transactions.added, "transaction"),
    counted(settings.added, "setting"),
  ].filter((part) => part !== "");
  const what = parts.length === 0 ? "nothing new" : parts.join(", ");
  if (imported.accepted) return `Imported ${what}`;
  return parts.length === 0 ? "Imported nothing" : `Imported nothing; the rest would be ${what}`;
}

function duplicateLine({ payments, confirmations, transactions, settings }: Imported): string[] {
  const of = ({ duplicates }: Taken, noun: string) => counted(duplicates, noun);
  const parts = [
    of(payments, "payment"),
    of(confirmations, "confirmation"),
    of(transactions, "transaction"),
    of(settings, "setting"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [`Here already: ${parts.join(", ")}`];
}

function refusedLines({ refused }: Imported, style: Style): string[] {
  const lines = refused
    .slice(0, mostShown)
    .map(
      ({ where, reason }) => `${style.bad("Refused")} ${cleanText(where)}: ${cleanText(reason)}`,
    );
  const more = refused.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more, all of them with --json`] : lines;
}

function counted(count: number, noun: string): string {
  if (count === 0) return "";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
