import type { Cadence } from "../days/cadence.ts";
import type { Day } from "../days/calendar.ts";
import type { Instant } from "../days/instant.ts";
import type { Decimal } from "../money/decimal.ts";
import type { PaymentKind, PaymentStatus } from "../registry/payment.ts";

/** A row of an input file that cannot be taken, and why. */
export interface RefusedRow {
  /** Where it stands: `items[3].amount`, `line 12, paid_on`. */
  readonly where: string;
  readonly reason: string;
}

/** A payment as another program keeps it: read, but not yet one of ours. */
export interface ForeignPayment {
  readonly where: string;
  /** Its id over there, which it keeps; null where it has none. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: PaymentKind;
  readonly payee: string | null;
  readonly amount: Decimal;
  readonly currency: string;
  readonly cadence: Cadence;
  readonly every: number;
  /** The due day as it was written, `31` or `last`. */
  readonly due_day: string | null;
  /** The first due day, where the file says it. */
  readonly start: Day | null;
  readonly next_due_override: Day | null;
  readonly autopay_enabled: boolean;
  readonly autopay_verified: boolean;
  readonly account_id: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly essential: boolean | null;
  readonly url: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly notes: string;
  readonly status: PaymentStatus;
  readonly created_at: Instant | null;
  readonly updated_at: Instant | null;
}

/** A confirmation as another program keeps it. */
export interface ForeignConfirmation {
  readonly where: string;
  readonly id: string | null;
  /** The id of its payment, or in a CSV its name. */
  readonly payment: string;
  /** The cycle it settles, where the file says it. */
  readonly cycle: Day | null;
  readonly paid_on: Day;
  readonly amount: number | string;
  /** Where the file does not say it, the payment's. */
  readonly currency: string | null;
  readonly method: string | null;
  readonly ref: string | null;
  readonly notes: string;
  readonly created_at: Instant | null;
}
