import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";

/** `Next due 2026-02-15, 150.00 CAD; then 2026-03-15, 160.00 CAD`: what a change leaves to come. */
export function renderComing(coming: readonly ScheduledPayment[]): string {
  const [first, ...rest] = coming.map((cycle) => `${cycle.date}, ${amountText(cycle)}`);
  if (first === undefined) return "Nothing more is due";
  return [`Next due ${first}`, ...rest.map((each) => `then ${each}`)].join("; ");
}

/** What remains of a cycle that is partly paid, else what it costs. */
function amountText({
  status,
  remaining,
  amount,
  amount_min,
  estimate,
  currency,
}: ScheduledPayment) {
  if (status === "partial") return `${remaining} ${currency}`;
  if (amount_min !== null) return `${amount_min} to ${amount} ${currency}`;
  return estimate ? `about ${amount} ${currency}` : `${amount} ${currency}`;
}
