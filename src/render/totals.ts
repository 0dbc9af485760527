import type { Total } from "../domain/money/total.ts";
import { moneyText } from "./money.ts";

/** `2150.00 CAD, 16.99 USD (23.28 CAD at 1.37)` */
export function totalsText(totals: readonly Total[]): string {
  return totals
    .map((total) =>
      total.converted === null
        ? moneyText(total)
        : `${moneyText(total)} (${moneyText(total.converted)} at ${total.converted.rate})`,
    )
    .join(", ");
}
