import { Refusal } from "../refusal.ts";
import { nearest } from "../words/nearest.ts";
import type { Payment } from "./payment.ts";

/** What a payment is found by. */
export type Named = Pick<Payment, "id" | "name" | "kind">;

/**
 * Finds the payment a person means: the exact id, else the exact name, else the only one whose id or
 * name begins so, else the only one whose name holds it. Case and accents do not matter.
 *
 * Refuses `not-found`, naming what comes near, and `ambiguous`, naming the candidates.
 */
export function findPayment<Each extends Named>(payments: readonly Each[], text: string): Each {
  const wanted = folded(text);
  const steps: ((payment: Each) => boolean)[] = [
    ({ id }) => id === text,
    ({ name }) => folded(name) === wanted,
    ({ id, name }) => isStartOf(id, text) || folded(name).startsWith(wanted),
    ({ name }) => folded(name).includes(wanted),
  ];
  for (const isMeant of wanted === "" ? [] : steps) {
    const [found, ...others] = payments.filter(isMeant);
    if (found !== undefined && others.length === 0) return found;
    if (found !== undefined) throw ambiguous(text, [found, ...others]);
  }
  throw unknown(payments, text);
}

/** Whether a text could mean the payment at all, by any of the ways to find it. */
export function mayMean({ id, name }: Omit<Named, "kind">, text: string): boolean {
  const wanted = folded(text);
  if (wanted === "") return false;
  return id === text || isStartOf(id, text) || folded(name).includes(wanted);
}

/** Whether a text begins an id and goes beyond what every id begins with, `pay_`. */
function isStartOf(id: string, text: string): boolean {
  return id.startsWith(text) && text.length > id.indexOf("_") + 1;
}

/** Finds a payment of the same name and kind, or null. */
export function findNamesake<Each extends Named>(
  payments: readonly Each[],
  { name, kind }: Omit<Named, "id">,
): Each | null {
  const wanted = folded(name);
  return payments.find((each) => each.kind === kind && folded(each.name) === wanted) ?? null;
}

/** Refuses (`duplicate`) a payment where another has its name and kind. */
export function refuseNamesake(payments: readonly Named[], payment: Named): void {
  const others = payments.filter(({ id }) => id !== payment.id);
  const namesake = findNamesake(others, payment);
  if (namesake === null) return;
  throw namesakeRefusal(
    namesake,
    `See it: valhalla show ${addressOf(namesake)}. To have two: --allow-duplicate`,
  );
}

/** The refusal of a payment where there is one of its name and kind already. */
export function namesakeRefusal({ name, kind }: Omit<Named, "id">, hint: string): Refusal {
  return new Refusal("duplicate", `there is a ${kind} called ${name} already`, hint);
}

/**
 * How a payment is addressed on a command line that is to be copied: by its name where every shell takes that as it
 * stands or in double quotes, else by its id. A name that another payment has too is refused there, with both ids.
 */
export function addressOf({ id, name }: Omit<Named, "kind">): string {
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,39}$/u.test(name)) return name;
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._,'()&+-]{0,39}$/u.test(name) ? `"${name}"` : id;
}

/** The name as it is compared: no case, no accents, single spaces. */
export function folded(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}

const mostShown = 6;

function ambiguous(text: string, candidates: readonly Named[]): Refusal {
  const shown = candidates
    .slice(0, mostShown)
    .map(({ id, name, kind }) => `${name} (${kind}, ${id})`);
  const more = candidates.length - shown.length;
  return new Refusal(
    "ambiguous",
    `"${text}" could be any of ${candidates.length} payments`,
    `Say which: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`,
  );
}

function unknown(payments: readonly Named[], text: string): Refusal {
  if (payments.length === 0) {
    return new Refusal(
      "not-found",
      `no payment "${text}"`,
      "Add one: valhalla add Hydro 150 --due-day 15",
    );
  }
  const near = nearest(
    text,
    payments.map(({ name }) => name),
  );
  const hint =
    near.length === 0
      ? "See them all: valhalla list"
      : `Did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`;
  return new Refusal("not-found", `no payment "${text}"`, hint);
}
