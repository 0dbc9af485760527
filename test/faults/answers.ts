import type { Month } from "../../src/domain/days/calendar.ts";
import type { Snapshot } from "../../src/store/snapshot.ts";
import type { Store } from "../../src/store/store.ts";
import { knownKey } from "./household.ts";
import { attempt } from "./judgement.ts";

/** What some books answered, by question; null where they refused. */
export interface Answer {
  readonly text: string | null;
  readonly error: string | null;
}

/** Asks every question there is, each by itself, so that none hides behind another that is refused. */
export function answersOf(store: Store): ReadonlyMap<string, Answer> {
  const asked = Object.entries(questions).map(([question, answer]) => {
    const { value, error } = attempt(() => JSON.stringify(store.read(answer)));
    return [question, { text: value, error }] as const;
  });
  return new Map(asked);
}

/** The question that is answered with null where another way to the answer is to be taken. */
export const mayBeUnknown = "what is open";

const every = ["0000-01" as Month, "9999-12" as Month] as const;

const questions: Readonly<Record<string, (snapshot: Snapshot) => unknown>> = {
  "all payments": (snapshot) => byId(snapshot.all("payments")),
  "each payment": (snapshot) => byId([...snapshot.each("payments")]),
  "all confirmations": (snapshot) => byId(snapshot.months("confirmations", ...every)),
  "all transactions": (snapshot) => byId(snapshot.months("transactions", ...every)),
  "a month": (snapshot) =>
    byId(snapshot.months("confirmations", "2025-11" as Month, "2025-11" as Month)),
  settings: (snapshot) => [...snapshot.settings()].sort(),
  "names of payments": (snapshot) =>
    snapshot
      .paymentNames()
      .map(({ id, name, kind }) => `${id} ${kind} ${name}`)
      .sort(),
  "one name": (snapshot) =>
    snapshot.paymentNames("Hydro").flatMap(({ id, name }) => (name === "Hydro" ? [id] : [])),
  "a payment": (snapshot) => snapshot.get("payments", hydro),
  "a confirmation": (snapshot) => snapshot.get("confirmations", someConfirmation),
  "the confirmations of a payment": (snapshot) => byId(snapshot.confirmationsOf(hydro)),
  "the change under a key": (snapshot) => {
    const { seq, hash, undone_by } = snapshot.keyed(knownKey) ?? {};
    return [seq, hash, undone_by];
  },
  [mayBeUnknown]: (snapshot) => snapshot.openMark(hydro),
};

/** A payment that is asked for, and a confirmation. */
export const hydro = "pay_000000000000";
export const someConfirmation = "pc_000000000004";

function byId<Kept extends { readonly id: string }>(records: readonly Kept[]): readonly Kept[] {
  return records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
