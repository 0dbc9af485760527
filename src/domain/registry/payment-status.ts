import type { Day } from "../days/calendar.ts";
import { Refusal } from "../refusal.ts";
import { addressOf } from "./find-payment.ts";
import { type Payment, type PaymentStatus, statusOn } from "./payment.ts";

/**
 * Sets the status of a payment from a day on. Refuses `already-done` where it is so already, and
 * `conflict` before a change that is there: history is not rewritten.
 */
export function changeStatus(payment: Payment, status: PaymentStatus, on: Day): Payment {
  const last = payment.status_changes.at(-1);
  if (last !== undefined && last.on > on) {
    throw new Refusal(
      "conflict",
      `${payment.name} is ${last.status} from ${last.on} on`,
      `Choose a day not before ${last.on}, or undo that first.`,
    );
  }
  if (statusOn(payment, on) === status) {
    const since = payment.status_changes.findLast((change) => change.on <= on)?.on;
    throw new Refusal(
      "already-done",
      `${payment.name} is ${status} already${since === undefined ? "" : `, from ${since} on`}`,
      status === "active"
        ? `See its dates: valhalla show ${addressOf(payment)}`
        : `To have it due again: valhalla resume ${addressOf(payment)}`,
    );
  }
  const earlier = payment.status_changes.filter((change) => change.on !== on);
  const isBack = (earlier.at(-1)?.status ?? "active") === status;
  return { ...payment, status_changes: isBack ? earlier : [...earlier, { status, on }] };
}
