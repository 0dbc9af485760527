import type { ReconcileEntry, ReconcileReport } from "../domain/reconciling/reconcile-report.ts";
import type { StateCount } from "../domain/reconciling/state-counts.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { hangingText } from "./hanging-text.ts";
import { moneyText } from "./money.ts";
import { expectedText } from "./price.ts";
import type { Style } from "./style.ts";

/** What was due and what came of it: a line of counts, then what needs a look, each with its reason and its command. */
export function renderReconciled(report: ReconcileReport, style: Style): string {
  const sections = [
    section(style.bad("Open from before"), report.older_open, style),
    section(style.bad("Missing"), report.missing, style),
    section(style.bad("Failed"), report.failed, style),
    section(style.warn("Partial"), report.partial, style),
    section(style.warn("Overpaid"), report.overpaid, style),
    section(style.dim("Pending"), report.pending, style),
    section(style.dim("Skipped"), report.skipped, style),
    section(style.warn("Without a cycle"), report.unmatched_confirmations, style),
    section(style.warn("Recorded twice"), report.duplicates, style),
    findings(report, style),
  ].flat();
  const { from, to } = report;
  const counts = `${countsText(report)}${olderText(report)}`;
  const head = `${from} to ${to}: ${counts}${verdict(report, sections, style)}`;
  return [hangingText(head, 0, style), ...sections].join("\n");
}

/** `16 due: 14 paid, 2 overpaid by 55.65 CAD`; the numbers add up to the first. */
function countsText({ due_count, counts }: ReconcileReport): string {
  if (due_count === 0) return "nothing was due";
  const texts = counts
    .filter(({ state, count }) => state === "paid" || count > 0)
    .map((each) => `${each.count} ${stateText(each)}`);
  return `${due_count} due: ${texts.join(", ")}`;
}

/** `, and 1 from before (oldest 60 days)` */
function olderText({ older_open: older }: ReconcileReport): string {
  if (older.length === 0) return "";
  const late = Math.max(...older.map(({ days_late }) => days_late));
  return `, and ${older.length} open from before (oldest ${counted(late, "day")})`;
}

/** `paid`, `overpaid by 55.65 CAD`, `pending (853.13 CAD, oldest 4 days)` */
function stateText({ state, sums, days_late }: StateCount): string {
  const money = sums.map(moneyText).join(" and ");
  switch (state) {
    case "paid":
    case "skipped":
      return state;
    case "overpaid":
      return `overpaid by ${money}`;
    case "partial":
    case "pending":
    case "missing":
    case "failed":
      return days_late === 0
        ? `${state} (${money})`
        : `${state} (${money}, oldest ${counted(days_late, "day")})`;
  }
}

/** All is in order only where nothing at all is listed. */
function verdict({ ok }: ReconcileReport, listed: readonly string[], style: Style): string {
  if (!ok) return `; ${style.bad("something needs a look")}`;
  return listed.length === 0 ? `; ${style.good("all in order")}` : "";
}

function section(title: string, entries: readonly ReconcileEntry[], style: Style): string[] {
  if (entries.length === 0) return [];
  return ["", title, ...entries.flatMap((entry) => lines(entry, style))];
}

function lines(entry: ReconcileEntry, style: Style): string[] {
  const { date, cycle, hint, why } = entry;
  const named = cycle === null || cycle === date ? "" : `, cycle ${cycle}`;
  const what = `${cleanText(entry.name)}  ${expectedText(entry)}${named}`;
  return [
    `  ${date}  ${hangingText(what, 14, style)}`,
    `              ${hangingText(cleanText(why), 14, style)}`,
    ...(hint === null ? [] : [`              ${hint}`]),
  ];
}

function findings({ findings: found }: ReconcileReport, style: Style): string[] {
  if (found.length === 0) return [];
  return [
    "",
    "Also",
    ...found.flatMap(({ message, hint }) => [
      `  ${hangingText(cleanText(message), 2, style)}`,
      `    ${hint}`,
    ]),
  ];
}
