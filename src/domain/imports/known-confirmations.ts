import type { Confirmation } from "../confirmations/confirmation.ts";
import { Refusal } from "../refusal.ts";

/** What tells whether two confirmations are one: `id` is null where the file gave none. */
export type Evident = Pick<Confirmation, "payment_id" | "paid_on" | "amount" | "ref"> & {
  readonly id: string | null;
};

/** The confirmations there are, asked one by one whether what comes next is among them. */
export interface KnownConfirmations {
  /**
   * True when it is there already: by its id; else by payment and reference; else, where neither
   * speaks, by payment, day and amount (as many as the home holds, so that two alike in one file are
   * two). Refuses (`duplicate`) a reference that was used for another day or amount.
   */
  includes(evident: Evident): boolean;
  /** Puts one with those there are; one without an id counts no further than its own file. */
  add(evident: Evident): void;
}

/** Collects the confirmations of the home, to tell what an import brings a second time. */
export function knownConfirmations(held: Iterable<Evident>): KnownConfirmations {
  const ids = new Set<string>();
  const byRef = new Map<string, Map<string, Seen>>();
  const alike = new Map<string, number>();
  const add = ({ id, payment_id, ref, paid_on, amount }: Evident) => {
    if (id !== null) ids.add(id);
    if (ref === null) return;
    const ofPayment = byRef.get(payment_id) ?? new Map<string, Seen>();
    byRef.set(payment_id, ofPayment.set(ref, { paid_on, amount }));
  };
  for (const evident of held) {
    add(evident);
    const key = likeness(evident);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  return {
    add,
    includes: (evident) => {
      if (evident.id !== null && ids.has(evident.id)) return true;
      if (evident.ref === null) return evident.id === null && takeOne(alike, likeness(evident));
      const before = byRef.get(evident.payment_id)?.get(evident.ref);
      return before !== undefined && isSame(before, evident);
    },
  };
}

type Seen = Pick<Evident, "paid_on" | "amount">;

function isSame(before: Seen, { ref, paid_on, amount }: Evident): boolean {
  if (before.paid_on === paid_on && before.amount === amount) return true;
  throw new Refusal(
    "duplicate",
    `its reference ${ref} was used on ${before.paid_on} for ${before.amount} already`,
    "Give each payment a reference of its own, or none.",
  );
}

/** Each one held answers for one row of the file, no more. */
function takeOne(alike: Map<string, number>, key: string): boolean {
  const left = alike.get(key) ?? 0;
  if (left > 0) alike.set(key, left - 1);
  return left > 0;
}

const likeness = ({ payment_id, paid_on, amount }: Evident): string =>
  `${payment_id} ${paid_on} ${amount}`;
