import type { ScheduledPayment } from "../domain/cycles/scheduled.ts";
import type { Term } from "../domain/days/term.ts";
import type { Decimal } from "../domain/money/decimal.ts";

type Price = Pick<Term, "amount" | "amount_min" | "tolerance"> & { readonly currency: string };

/** What a cycle costs: `150.00 CAD`, `80-160 CAD` for a range, `about 150.00 CAD` where it varies. */
export function priceText({ amount, amount_min, tolerance, currency }: Price): string {
  return `${roughly(amount, amount_min, tolerance !== null)} ${currency}`;
}

type Expected = Pick<ScheduledPayment, "amount" | "amount_min" | "estimate" | "currency">;

/** The same of one cycle, whose currency may be told elsewhere. */
export function expectedText(
  { amount, amount_min, estimate, currency }: Expected,
  hasCurrency = true,
): string {
  const text = roughly(amount, amount_min, estimate);
  return hasCurrency ? `${text} ${currency}` : text;
}

function roughly(amount: Decimal, least: Decimal | null, isEstimate: boolean): string {
  if (least === null) return isEstimate ? `about ${amount}` : amount;
  const [low, high] = [least, amount].map((each) => each.replace(/\.0+$/, ""));
  const isWhole = low?.includes(".") === false && high?.includes(".") === false;
  return isWhole ? `${low}-${high}` : `${least}-${amount}`;
}
