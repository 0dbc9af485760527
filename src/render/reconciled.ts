import type { ReconcileEntry, ReconcileReport } from "../domain/reconciling/reconcile-report.ts";
import { cleanText } from "./clean-text.ts";
import { hangingText } from "./hanging-text.ts";
import { moneyText } from "./money.ts";
import type { Style } from "./style.ts";

/** What was due and what came of it: a line of sums, then what needs a look, each with its reason. */
export function renderReconciled(report: ReconcileReport, style: Style): string {
  const sections = [
    section(style.bad("Missing"), report.missing, style),
    section(style.bad("Failed"), report.failed, style),
    section(style.warn("Partial"), report.partial, style),
    section(style.warn("Overpaid"), overpaid(report), style),
    section(style.dim("Pending"), report.pending, style),
    section(style.dim("Skipped"), report.skipped, style),
    section(style.warn("Without a cycle"), report.unmatched_confirmations, style),
    section(style.warn("Recorded twice"), report.duplicates, style),
    ...findings(report, style),
  ];
  return [headline(report, style), ...sections.flat()].join("\n");
}

function headline({ ok, from, to, due_count, matched }: ReconcileReport, style: Style): string {
  const verdict = ok ? style.good("all in order") : style.bad("something needs a look");
  return `${from} to ${to}: ${due_count} due, ${matched} paid, ${verdict}`;
}

const overpaid = ({ items }: ReconcileReport): ReconcileEntry[] =>
  items.filter(({ status }) => status === "overpaid");

function section(title: string, entries: readonly ReconcileEntry[], style: Style): string[] {
  if (entries.length === 0) return [];
  return ["", title, ...entries.flatMap((entry) => lines(entry, style))];
}

function lines(entry: ReconcileEntry, style: Style): string[] {
  const { date, cycle } = entry;
  const named = cycle === null || cycle === date ? "" : `, cycle ${cycle}`;
  const what = `${cleanText(entry.name)}  ${moneyText(entry)}${named}`;
  return [
    `  ${date}  ${hangingText(what, 14, style)}`,
    `              ${hangingText(cleanText(entry.why), 14, style)}`,
  ];
}

function findings({ findings: found }: ReconcileReport, style: Style): string[][] {
  if (found.length === 0) return [];
  return [
    [
      "",
      "Also",
      ...found.flatMap(({ message, hint }) => [
        `  ${hangingText(cleanText(message), 2, style)}`,
        `    ${hint}`,
      ]),
    ],
  ];
}
