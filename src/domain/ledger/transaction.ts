import type { Day } from "../days/calendar.ts";
import type { Instant } from "../days/instant.ts";
import type { Decimal } from "../money/decimal.ts";

/** A balanced entry of the ledger: the amounts of its postings sum to zero in each currency. */
export interface Transaction {
  /** `tx_` and 12 characters. */
  readonly id: string;
  readonly date: Day;
  readonly description: string;
  readonly postings: readonly Posting[];
  readonly confirmation_id: string;
  /** The transaction this one takes back, where it is a counter-entry. */
  readonly reverses: string | null;
  readonly created_at: Instant;
}

export interface Posting {
  /** Colon-separated, `Expenses:Bills:Hydro`. */
  readonly account: string;
  readonly amount: Decimal;
  readonly currency: string;
}
