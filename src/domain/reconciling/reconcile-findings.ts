import { isNear } from "../cycles/standing.ts";
import { addDays, type Day } from "../days/calendar.ts";
import { decimalOf, minorOf } from "../money/money.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { Policy } from "../settings/policy.ts";
import type { Reconciled, Reconciliation } from "./reconcile.ts";

export const findingKinds = [
  "price-change",
  "autopay-unseen",
  "no-transaction",
  "carried-over",
] as const;

/** Something worth a look that is no missing payment. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  readonly payment_id: string;
  readonly name: string;
  readonly cycle: Day;
  readonly message: string;
  /** The command that would settle it. */
  readonly hint: string;
}

/** What the household expects of its ledger. */
export interface FindingRules {
  readonly today: Day;
  readonly policy: Policy;
  /** Whether every confirmation should have a transaction. */
  readonly isPosting: boolean;
}

/** Looks through the reconciliation of one payment. */
export function findingsOf(reconciliation: Reconciliation, rules: FindingRules): Finding[] {
  return [priceChanges, autopayUnseen, withoutTransaction, carriedOver].flatMap((check) =>
    check(reconciliation, rules),
  );
}

/** Two cycles in a row, each paid at once, that agree with each other and not with the term. */
function priceChanges({ payment, cycles, previous }: Reconciliation): Finding[] {
  const last = cycles.findLastIndex(isPaidAtOnce);
  const latest = cycles[last];
  if (latest === undefined || isAsAgreed(latest)) return [];
  const before = last === 0 ? previous() : cycles[last - 1];
  if (!before || !isPaidAtOnce(before) || isAsAgreed(before)) return [];
  if (before.standing.paid !== latest.standing.paid) return [];
  const paid = decimalOf(latest.standing.paid, payment.currency);
  return [
    {
      ...about(payment, latest.cycle.name),
      kind: "price-change",
      message: `${payment.name} cost ${paid} ${payment.currency} twice, not ${latest.cycle.term.amount}`,
      hint: `valhalla edit ${addressOf(payment)} --amount ${paid} --from ${before.cycle.name}`,
    },
  ];
}

const isPaidAtOnce = ({ confirmations }: Reconciled): boolean => confirmations.length === 1;

/**
 * Whether a cycle cost what was known beforehand: its tolerance, what the user said of it, or the price,
 * were it one that was accepted since.
 */
function isAsAgreed({ payment, cycle, standing }: Reconciled): boolean {
  if (cycle.exception.expected !== undefined) return true;
  if (isNear(payment, cycle, standing.paid, standing.expected)) return true;
  const prices = [cycle.term, ...payment.terms.slice(-1)].map(({ amount }) =>
    minorOf(amount, payment.currency),
  );
  return [standing.expected, ...prices].includes(standing.paid);
}

/** Autopay is on, and its draft was not seen within grace. */
function autopayUnseen(
  { payment, cycles }: Reconciliation,
  { today, policy }: FindingRules,
): Finding[] {
  if (!payment.autopay_enabled) return [];
  return cycles
    .filter(({ cycle, standing }) => {
      return standing.status === "missed" && addDays(cycle.date, policy.grace_days) < today;
    })
    .map(({ cycle }) => ({
      ...about(payment, cycle.name),
      kind: "autopay-unseen",
      message: `autopay is on for ${payment.name}, but the draft of ${cycle.date} was not seen`,
      hint: `valhalla confirm ${addressOf(payment)} --cycle ${cycle.name}`,
    }));
}

/** Confirmed, but not in a ledger that should have everything. */
function withoutTransaction(
  { payment, cycles }: Reconciliation,
  { isPosting }: FindingRules,
): Finding[] {
  if (!isPosting) return [];
  return cycles.flatMap(({ cycle, confirmations }) =>
    confirmations
      .filter(({ transaction_id }) => transaction_id === null)
      .map(({ id }) => ({
        ...about(payment, cycle.name),
        kind: "no-transaction" as const,
        message: `${payment.name} is confirmed by ${id}, which has no transaction`,
        hint: `valhalla ledger post ${id}`,
      })),
  );
}

/** As much too little for one cycle as was too much for the one before it: it may have been meant for both. */
function carriedOver({ payment, cycles }: Reconciliation): Finding[] {
  return cycles.flatMap((one, index) => {
    const [paid] = one.confirmations.slice(-1);
    const next = cycles[index + 1];
    if (one.standing.status !== "overpaid" || paid === undefined || next === undefined) return [];
    const excess = one.standing.paid - one.standing.expected;
    if (next.standing.remaining !== excess) return [];
    const rest = `${decimalOf(excess, payment.currency)} ${payment.currency}`;
    const again = `valhalla confirm ${addressOf(payment)} --on ${paid.paid_on} --cycle ${one.cycle.name} --amount ${paid.amount} --carry`;
    return [
      {
        ...about(payment, next.cycle.name),
        kind: "carried-over" as const,
        message: `${rest} were too much for the cycle ${one.cycle.name} of ${payment.name}, and are missing from ${next.cycle.name}`,
        hint: `valhalla unconfirm ${paid.id}, then ${again}`,
      },
    ];
  });
}

const about = ({ id, name }: Payment, cycle: Day) => ({ payment_id: id, name, cycle });
