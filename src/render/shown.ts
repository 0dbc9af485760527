import type { Shown } from "../actions/owed/show.ts";
import type { Day } from "../domain/days/calendar.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { renderOwnConfirmations } from "./confirmations.ts";
import { renderCycles } from "./cycles.ts";
import { hangingText } from "./hanging-text.ts";
import { planText } from "./plan.ts";
import { priceText } from "./price.ts";
import type { Style } from "./style.ts";

/** A payment on a page: what it is, when it is due, what was paid. */
export function renderShown(shown: Shown, today: Day, style: Style): string {
  const facts = factsOf(shown, today, style).filter(([, value]) => value !== "");
  const width = Math.max(...facts.map(([label]) => label.length));
  const parts = [
    style.bold(cleanText(shown.name)),
    ...facts.map(
      ([label, value]) =>
        `${label.padEnd(width)}  ${hangingText(cleanText(value), width + 2, style)}`,
    ),
  ];
  if (shown.price_history.length > 1) {
    parts.push(
      "",
      style.bold("Terms"),
      ...shown.price_history.map((term) => termLine(shown, term)),
    );
  }
  const table = cyclesText(shown, style);
  if (table !== "") parts.push("", table);
  if (shown.confirmations.length > 0) {
    const evidence = renderOwnConfirmations(shown.confirmations, style);
    parts.push("", style.bold("Confirmations"), evidence);
  }
  return parts.join("\n");
}

/** What is open first, then the other cycles. */
function cyclesText({ open_cycles: open, cycles }: Shown, style: Style): string {
  const others = cycles.filter(({ cycle }) => !open.some((each) => each.cycle === cycle));
  const blocks = [
    { title: style.bold("Open"), cycles: open },
    { title: style.bold("Cycles"), cycles: others },
  ].filter((block) => block.cycles.length > 0);
  return blocks.length === 0 ? "" : renderCycles(blocks, style, { hasNames: false }).trimEnd();
}

function factsOf(shown: Shown, today: Day, style: Style): [string, string][] {
  return [
    ["Kind", shown.kind],
    ["Status", statusText(shown, today)],
    ["Amount", priceText(shown)],
    ["Recurs", shown.recurrence],
    ["Plan", shown.plan === null ? "" : planText(shown.plan)],
    ["Next", nextText(shown, style)],
    ["Payee", said(shown.payee)],
    ["Account", said(shown.account_id)],
    ["Category", said(shown.category)],
    ["Tags", shown.tags.join(", ")],
    ["Essential", shown.essential ? "yes" : "no"],
    ["Autopay", autopayText(shown)],
    ["Late fee", said(shown.late_fee, shown.currency)],
    ["Cut off after", daysText(shown.cutoff_days)],
    ["Trial ends", said(shown.trial_ends_on)],
    ["Notice", daysText(shown.notice_days)],
    ["Phone", said(shown.phone)],
    ["E-mail", said(shown.email)],
    ["Bank phone", said(shown.bank_phone)],
    ["Address", said(shown.url)],
    ["Notes", shown.notes],
    ["Id", shown.id],
  ];
}

/** `2026-02-15 (in 5 days), 2026-03-15`; how far only where somebody looks. */
function nextText({ next_dates: [first, ...rest] }: Shown, style: Style): string {
  if (first === undefined) return "";
  const distance = style.distance(first);
  return [distance === "" ? first : `${first} (${distance})`, ...rest].join(", ");
}

/** `active`, `paused from 2026-03-10`, `active, cancelled from 2026-05-20` */
function statusText({ status, status_changes }: Shown, today: Day): string {
  const since = status_changes.findLast(({ on }) => on <= today);
  const next = status_changes.filter(({ on }) => on > today);
  const now = since === undefined || status === "active" ? status : `${status} from ${since.on}`;
  return [now, ...next.map((change) => `${change.status} from ${change.on}`)].join(", ");
}

function said(value: string | number | null, unit = ""): string {
  return value === null ? "" : `${value} ${unit}`.trim();
}

function daysText(days: number | null): string {
  return days === null ? "" : counted(days, "day");
}

function autopayText({ autopay_enabled, autopay_verified }: Shown): string {
  if (!autopay_enabled) return "off";
  return autopay_verified ? "on, verified" : "on, not verified";
}

function termLine({ currency }: Shown, term: Shown["price_history"][number]): string {
  return `  from ${term.from}: ${priceText({ ...term, currency })}, ${term.sentence}`;
}
