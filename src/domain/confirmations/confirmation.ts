import type { Day } from "../days/calendar.ts";
import type { Instant } from "../days/instant.ts";
import type { Decimal } from "../money/decimal.ts";

export const confirmationSources = ["manual", "import", "bank", "agent"] as const;

/** Evidence that money left for a payment. Never removed: `unconfirm` sets `voided_at`. */
export interface Confirmation {
  /** `pc_` and 12 characters. */
  readonly id: string;
  readonly payment_id: string;
  /** The nominal day of the cycle it settles; null for an import that matched none. */
  readonly cycle: Day | null;
  readonly paid_on: Day;
  readonly amount: Decimal;
  readonly currency: string;
  /** What the cycle was expected to cost when this was recorded; null where there is no cycle. */
  readonly expected: Decimal | null;
  /** PAD, ETRANSFER, CARD, CASH, CHEQUE, TRANSFER, MANUAL or the user's own. */
  readonly method: string;
  readonly ref: string | null;
  readonly notes: string;
  readonly source: (typeof confirmationSources)[number];
  readonly transaction_id: string | null;
  readonly created_at: Instant;
  readonly voided_at: Instant | null;
}
