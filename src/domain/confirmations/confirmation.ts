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
  /** Whether it closes its cycle whatever its amount; false never does; absent leaves it to the tolerance. */
  readonly closes?: boolean;
  /** Set where money came back; the amount of a refund is negative. */
  readonly kind?: "refund";
  /** The id of the confirmation that a refund gives back from. */
  readonly refunds?: string;
  /** Set where what a refund gave back has to be paid again. */
  readonly owed_again?: true;
  /** The same word on each of the confirmations that one payment was split into. */
  readonly split?: string;
  /** Set where it looks like another one, and the user said that it is not. */
  readonly not_twice?: true;
}

/** Whether money went out by it: it is not void, and no refund. */
export function isOutlay({ voided_at, kind }: Confirmation): boolean {
  return voided_at === null && kind === undefined;
}
