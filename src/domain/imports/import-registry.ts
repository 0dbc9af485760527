import { Refusal } from "../refusal.ts";
import { folded } from "../registry/find-payment.ts";
import type { Payment } from "../registry/payment.ts";
import type { ForeignPayment } from "./foreign.ts";

/** The payments of the home and those that come in, by id and by name. */
export interface ImportRegistry {
  /**
   * True when the row is there already: by its id, or where it has none by its name and kind. Refuses
   * (`duplicate`) one whose name and kind belong to another id.
   */
  has(row: ForeignPayment): boolean;
  add(payment: Payment): void;
  /** By its id; with `byName` by its exact name too. Refuses (`not-found`, `ambiguous`). */
  find(text: string, byName: boolean): Payment;
}

/** Opens the registry on the payments of the home. */
export function importRegistry(payments: readonly Payment[]): ImportRegistry {
  const byId = new Map<string, Payment>();
  const byName = new Map<string, Payment[]>();
  const add = (payment: Payment) => {
    byId.set(payment.id, payment);
    const key = folded(payment.name);
    byName.set(key, [...(byName.get(key) ?? []), payment]);
  };
  for (const payment of payments) add(payment);
  return {
    add,
    has: (row) => {
      if (row.id !== null && byId.has(row.id)) return true;
      const namesake = byName.get(folded(row.name))?.find(({ kind }) => kind === row.kind);
      if (namesake === undefined || row.id === null) return namesake !== undefined;
      throw new Refusal(
        "duplicate",
        `the ${row.kind} ${row.name} is there already, as ${namesake.id}`,
        `Rename that one: valhalla edit ${namesake.id} --name <name>`,
      );
    },
    find: (text, isNameToo) => {
      const exact = byId.get(text);
      const named = isNameToo ? (byName.get(folded(text)) ?? []) : [];
      const [only] = named;
      if (exact === undefined && named.length > 1) {
        throw new Refusal(
          "ambiguous",
          `${named.length} payments are called "${text}"`,
          `Name it by its id: ${named.map(({ id }) => id).join(", ")}.`,
        );
      }
      const found = exact ?? only;
      if (found !== undefined) return found;
      throw new Refusal(
        "not-found",
        `no payment ${text}: import the payments first`,
        "See those that are here: valhalla list",
      );
    },
  };
}
