import { findCycle, isSkipped } from "../../domain/cycles/cycle.ts";
import { cycleSaid } from "../../domain/cycles/cycle-said.ts";
import { unskipCycle } from "../../domain/cycles/exception.ts";
import { requireCycle } from "../../domain/cycles/settle.ts";
import { type Day, isDay } from "../../domain/days/calendar.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Payment } from "../../domain/registry/payment.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { cycle, text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { paymentMeant } from "../registry.ts";
import { type CycleChanged, changeCycle } from "./change-cycle.ts";

interface UnskipInput {
  readonly payment: string;
  /** The only skipped one to come where none is named. */
  readonly cycle?: string;
}

/** Takes a skip back. */
export const unskip: Deed<UnskipInput, CycleChanged> = {
  name: "unskip",
  effect: "changes",
  input: inputOf({ payment: text }, { cycle }),
  decide(books, { payment, cycle: named }, given) {
    const before = paymentMeant(books, payment);
    const cycle =
      named === undefined
        ? onlySkipped(before, books)
        : cycleSaid(before, named, books.viewOf(before), isSkipped);
    const after = unskipCycle(before, requireCycle(before, cycle, books.policy));
    return changeCycle("unskip", { before, cycle, after }, books, given);
  },
};

function onlySkipped(payment: Payment, { today, policy }: Books): Day {
  const skipped = Object.keys(payment.exceptions)
    .filter(isDay)
    .sort()
    .map((name) => findCycle(payment, name, policy))
    .filter((cycle) => cycle !== null)
    .filter((cycle) => isSkipped(cycle) && cycle.date >= today);
  const [only, ...others] = skipped;
  if (only === undefined) {
    throw new Refusal(
      "not-found",
      `${payment.name} has no skipped cycle to come`,
      "An older one is named with --cycle.",
    );
  }
  if (others.length === 0) return only.name;
  throw new Refusal(
    "ambiguous",
    `${payment.name} has ${skipped.length} skipped cycles to come`,
    `Name one with --cycle: ${skipped.map(({ name }) => name).join(", ")}.`,
  );
}
