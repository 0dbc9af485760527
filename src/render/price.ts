import type { Term } from "../domain/days/term.ts";

type Price = Pick<Term, "amount" | "amount_min" | "tolerance"> & { readonly currency: string };

/** What a cycle costs: `150.00 CAD`, `80.00 to 160.00 CAD` for a range, `about 150.00 CAD` where it varies. */
export function priceText({ amount, amount_min, tolerance, currency }: Price): string {
  if (amount_min !== null) return `${amount_min} to ${amount} ${currency}`;
  return tolerance === null ? `${amount} ${currency}` : `about ${amount} ${currency}`;
}
