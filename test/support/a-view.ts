import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import type { View } from "../../src/domain/cycles/settle.ts";
import { parseDay } from "../../src/domain/days/calendar.ts";
import { defaultPolicy, type Policy } from "../../src/domain/settings/policy.ts";

/** What is known on a day, out of a list of confirmations. */
export function aView(
  today: string,
  confirmations: readonly Confirmation[] = [],
  policy: Policy = defaultPolicy,
): View {
  return {
    today: parseDay(today),
    policy,
    openMark: () => null,
    paidOn: (payment_id, day) =>
      confirmations.filter((each) => each.payment_id === payment_id && each.paid_on === day),
    evidence: (payment_id, cycle) =>
      confirmations.filter((each) => each.payment_id === payment_id && each.cycle === cycle),
  };
}
