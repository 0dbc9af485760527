import type { Confirmation } from "../confirmations/confirmation.ts";
import { matchWindow } from "../cycles/match-window.ts";
import { daysBetween } from "../days/calendar.ts";
import { decimalOf } from "../money/money.ts";
import type { Policy } from "../settings/policy.ts";
import { counted } from "../words/counted.ts";
import type { Reconciled } from "./reconcile.ts";

/** Says in a sentence why a cycle stands as it does: what was looked for, where, and what came near. */
export function whyOf(reconciled: Reconciled, policy: Policy): string {
  const { payment, cycle, standing, confirmations } = reconciled;
  const amount = (minor: number) => `${decimalOf(minor, payment.currency)} ${payment.currency}`;
  switch (standing.status) {
    case "paid":
      return `paid by ${listed(confirmations)}`;
    case "overpaid":
      return `paid ${amount(standing.paid)} where ${amount(standing.expected)} was expected, by ${listed(confirmations)}`;
    case "partial":
      return `paid ${amount(standing.paid)} of ${amount(standing.expected)} by ${listed(confirmations)}; ${amount(standing.remaining)} remains`;
    case "skipped":
      return "skipped by you";
    case "failed": {
      const failure = cycle.exception.failures?.at(-1);
      return `the attempt of ${failure?.on} failed (${failure?.reason}) and nothing came after`;
    }
    case "upcoming":
    case "due-soon":
      return `not due until ${cycle.date}`;
    case "due":
      return "due today";
    case "grace":
      return `${lookedFor(reconciled, policy)}; ${counted(policy.grace_days, "day")} of grace ${policy.grace_days === 1 ? "is" : "are"} not over`;
    case "missed":
      return lookedFor(reconciled, policy);
  }
}

/** Says why a confirmation settles no cycle. */
export function whyUnmatched({ paid_on }: Confirmation): string {
  return `paid on ${paid_on}, within the window of no open cycle`;
}

function lookedFor({ cycle, nearest }: Reconciled, policy: Policy): string {
  const window = matchWindow(cycle, policy);
  const nothing = `no confirmation from ${window.from} to ${window.to}`;
  if (nearest === null) return nothing;
  const late = daysBetween(window.to, nearest.paid_on);
  const early = daysBetween(nearest.paid_on, window.from);
  const off = late > 0 ? `${counted(late, "day")} late` : `${counted(early, "day")} early`;
  return `${nothing}; nearest is ${nearest.id} on ${nearest.paid_on}, ${off}`;
}

const listed = (confirmations: readonly Confirmation[]): string =>
  confirmations.map(({ id, paid_on }) => `${id} on ${paid_on}`).join(" and ");
