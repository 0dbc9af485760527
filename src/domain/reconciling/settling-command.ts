import { decimalOf } from "../money/money.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { Reconciled } from "./reconcile.ts";

/** The command that settles a cycle of a report, or null where nothing has to be done. */
export function settlingCommand({ payment, cycle, standing }: Reconciled): string | null {
  const named = `${addressOf(payment)} --cycle ${cycle.name}`;
  switch (standing.status) {
    case "overpaid":
      return `valhalla expect ${named} --amount ${decimalOf(standing.paid, payment.currency)}`;
    case "partial":
    case "failed":
    case "due-soon":
    case "due":
    case "grace":
    case "missed":
      return `valhalla confirm ${named}`;
    case "paid":
    case "skipped":
    case "upcoming":
      return null;
  }
}
