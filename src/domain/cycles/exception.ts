import type { Day } from "../days/calendar.ts";
import type { Decimal } from "../money/decimal.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "../registry/find-payment.ts";
import type { CycleException, Payment } from "../registry/payment.ts";
import type { Cycle } from "./cycle.ts";
import type { Standee } from "./settle.ts";

/** Skips a cycle: nothing is owed for it. Refuses what is skipped already, or has been paid. */
export function skipCycle(payment: Payment, { cycle, standing }: Standee): Payment {
  if (standing.status === "skipped") {
    throw new Refusal(
      "already-done",
      `the cycle ${cycle.name} of ${payment.name} is skipped already`,
      `To have it due again: valhalla unskip ${addressOf(payment)} --cycle ${cycle.name}`,
    );
  }
  if (standing.paid > 0) {
    throw new Refusal(
      "conflict",
      `${payment.name} has a confirmation for ${cycle.name}`,
      takeBack(payment),
    );
  }
  return withException(payment, cycle, { ...cycle.exception, skipped: true });
}

/** Takes a skip back. Refuses a cycle that is not skipped. */
export function unskipCycle(payment: Payment, cycle: Cycle): Payment {
  const { skipped, ...rest } = cycle.exception;
  if (skipped === undefined) {
    throw new Refusal(
      "already-done",
      `the cycle ${cycle.name} of ${payment.name} is not skipped`,
      `See which are: valhalla show ${addressOf(payment)}`,
    );
  }
  return withException(payment, cycle, rest);
}

/** Moves a cycle to another day, keeping its name. Refuses a cycle that is settled, and the day it has. */
export function moveCycle(payment: Payment, { cycle, standing }: Standee, to: Day): Payment {
  if (cycle.date === to) {
    throw new Refusal(
      "already-done",
      `the cycle ${cycle.name} of ${payment.name} is due on ${to} already`,
      "To move it elsewhere, give --to another day.",
    );
  }
  if (standing.status === "skipped") throw skipped(payment, cycle);
  if (standing.isSettled) {
    throw new Refusal(
      "conflict",
      `the cycle ${cycle.name} of ${payment.name} is ${standing.status} already`,
      takeBack(payment),
    );
  }
  return withException(payment, cycle, { ...cycle.exception, moved_to: to });
}

/** Sets what one cycle is expected to cost. Refuses a skipped cycle. */
export function expectAmount(
  payment: Payment,
  { cycle, standing }: Standee,
  expected: Decimal,
): Payment {
  if (standing.status === "skipped") throw skipped(payment, cycle);
  return withException(payment, cycle, { ...cycle.exception, expected });
}

const takeBack = (payment: Payment): string =>
  `Take that back first: valhalla confirmations --payment ${addressOf(payment)}, then valhalla unconfirm <id>`;

function skipped(payment: Payment, { name }: Cycle): Refusal {
  return new Refusal(
    "conflict",
    `the cycle ${name} of ${payment.name} is skipped`,
    `Take that back first: valhalla unskip ${addressOf(payment)} --cycle ${name}`,
  );
}

function withException(payment: Payment, { name }: Cycle, exception: CycleException): Payment {
  const { [name]: _old, ...others } = payment.exceptions;
  const exceptions =
    Object.keys(exception).length === 0 ? others : { ...others, [name]: exception };
  return { ...payment, exceptions };
}
