import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import {
  type Confirmed,
  confirmPayment,
  voidConfirmation,
} from "../../src/domain/confirming/confirm.ts";
import { nextOpen, requireCycle, standeeOf, type View } from "../../src/domain/cycles/settle.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { day } from "./a-payment.ts";
import { aView } from "./a-view.ts";
import { refusalOf } from "./refusal.ts";

/** One payment, and what was confirmed of it. */
export class Book {
  payment: Payment;
  readonly confirmations: Confirmation[] = [];
  /** The cycles whose confirmations were asked for. */
  readonly looked = new Set<string>();

  constructor(payment: Payment) {
    this.payment = payment;
  }

  /** `confirm("2026-01-15", "--cycle 2026-02-15 --amount 100 --ref x --early --scheduled")` */
  confirm(on: string, flags = "", today = on): Confirmed {
    const flag = (name: string) => new RegExp(`--${name} (\\S+)`).exec(flags)?.[1] ?? null;
    const [cycle, amount] = [flag("cycle"), flag("amount")];
    const confirmed = confirmPayment(
      this.payment,
      {
        paid_on: day(on),
        cycle: cycle === null ? null : day(cycle),
        early: flags.includes("--early"),
        minor: amount === null ? null : Math.round(Number(amount) * 100),
        method: "MANUAL",
        ref: flag("ref"),
        notes: "",
        source: "manual",
        scheduled: flags.includes("--scheduled"),
      },
      { id: `pc_${this.confirmations.length + 1}`, now: `${today}T12:00:00.000Z` },
      this.watched(aView(today, this.confirmations)),
    );
    this.confirmations.push(confirmed.confirmation);
    return confirmed;
  }

  /** The same in short: `2026-01-15 paid`, or the code of the refusal. */
  confirmed(on: string, flags = ""): string {
    try {
      const { after } = this.confirm(on, flags);
      return `${after.cycle.name} ${after.standing.status}`;
    } catch {
      return refusalOf(() => this.confirm(on, flags)).code;
    }
  }

  private watched(view: View): View {
    const evidence: View["evidence"] = (payment_id, cycle) => {
      this.looked.add(cycle);
      return view.evidence(payment_id, cycle);
    };
    return { ...view, evidence };
  }

  void(id: string): void {
    const index = this.confirmations.findIndex((each) => each.id === id);
    const confirmation = this.confirmations[index];
    if (confirmation === undefined) throw new Error(`no ${id}`);
    const { after } = voidConfirmation(confirmation, "2026-12-31T12:00:00.000Z");
    if (after === null || !("voided_at" in after)) throw new Error("not voided");
    this.confirmations[index] = after;
  }

  nextDue(today: string): string | null {
    return nextOpen(this.payment, day(today), aView(today, this.confirmations))?.cycle.date ?? null;
  }

  status(cycle: string, today: string): string {
    const view = aView(today, this.confirmations);
    const found = requireCycle(this.payment, day(cycle), view.policy);
    return standeeOf(this.payment, found, view).standing.status;
  }
}
