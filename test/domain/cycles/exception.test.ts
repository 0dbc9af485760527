import { describe, expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import {
  expectAmount,
  moveCycle,
  skipCycle,
  unskipCycle,
} from "../../../src/domain/cycles/exception.ts";
import { requireCycle, type Standee, standeeOf } from "../../../src/domain/cycles/settle.ts";
import { overrideNextDue } from "../../../src/domain/imports/override.ts";
import type { CycleException, Payment } from "../../../src/domain/registry/payment.ts";
import { changeStatus } from "../../../src/domain/registry/payment-status.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const january = day("2026-01-15");

function standee(payment: Payment, confirmations: readonly Confirmation[] = []): Standee {
  const view = aView("2026-01-10", confirmations);
  return standeeOf(payment, requireCycle(payment, january, view.policy), view);
}

const having = (exception: CycleException) => aPayment({ exceptions: { [january]: exception } });

describe("one cycle is", () => {
  test("skipped, and not skipped any more", () => {
    const payment = aPayment();
    const skipped = skipCycle(payment, standee(payment));
    expect(skipped.exceptions).toEqual({ [january]: { skipped: true } });
    expect(unskipCycle(skipped, standee(skipped).cycle)).toEqual(payment);
  });

  test("skipped with what else was said of it, which stays", () => {
    const payment = having({ expected: "99.00" });
    const skipped = skipCycle(payment, standee(payment));
    expect(skipped.exceptions[january]).toEqual({ expected: "99.00", skipped: true });
    expect(unskipCycle(skipped, standee(skipped).cycle)).toEqual(payment);
  });

  test("moved, and its name stays", () => {
    const payment = aPayment();
    const moved = moveCycle(payment, standee(payment), day("2026-01-20"));
    expect(standee(moved).cycle).toMatchObject({ name: january, date: "2026-01-20" });
    expect(refusalOf(() => moveCycle(moved, standee(moved), day("2026-01-20"))).code).toBe(
      "already-done",
    );
  });

  test("expected to cost something else", () => {
    const payment = aPayment();
    const other = expectAmount(payment, standee(payment), "99.00");
    expect(standee(other).standing.expected).toBe(9900);
  });

  test.each(
    table<"why" | "refused">(`
      why             | refused
      skip skipped    | already-done
      skip paid       | conflict
      skip partly     | conflict
      unskip open     | already-done
      move onto       | already-done
      move paid       | conflict
      move skipped    | conflict
      expect skipped  | conflict
    `),
  )("not: $why", ({ why, refused }) => {
    const open = standee(aPayment());
    const skipped = standee(having({ skipped: true }));
    const paid = standee(aPayment(), [aConfirmation()]);
    const partly = standee(aPayment(), [aConfirmation({ amount: "1.00" })]);
    const to = day("2026-01-20");
    const attempts: Record<string, () => unknown> = {
      "skip skipped": () => skipCycle(aPayment(), skipped),
      "skip paid": () => skipCycle(aPayment(), paid),
      "skip partly": () => skipCycle(aPayment(), partly),
      "unskip open": () => unskipCycle(aPayment(), open.cycle),
      "move onto": () => moveCycle(aPayment(), open, january),
      "move paid": () => moveCycle(aPayment(), paid, to),
      "move skipped": () => moveCycle(aPayment(), skipped, to),
      "expect skipped": () => expectAmount(aPayment(), skipped, "1.00"),
    };
    expect(refusalOf(() => attempts[why]?.()).code).toBe(refused);
  });
});

describe("overrideNextDue", () => {
  test.each(
    table<"why" | "day" | "exceptions">(`
      why                                   | day        | exceptions
      to a day to come: the next cycle      | 2026-03-20 | 2026-02-15→2026-03-20
      today                                 | 2026-01-20 | 2026-02-15→2026-01-20
      onto the day it has                   | 2026-02-15 |
      to a day that has passed: the nearest | 2026-01-18 | 2026-01-15→2026-01-18
      of two, the nearer                    | 2025-12-20 | 2026-01-15→2025-12-20
      none is near                          | 2025-11-01 |
    `),
  )("$why", ({ day: to, exceptions }) => {
    const moved = overrideNextDue(aPayment(), day(to), day("2026-01-20"), defaultPolicy);
    const shown = Object.entries(moved.exceptions).map(
      ([name, { moved_to }]) => `${name}→${moved_to}`,
    );
    expect(shown.join(" ")).toBe(exceptions);
  });

  test("passes over what is skipped, and leaves a payment alone that is over", () => {
    const skipped = aPayment({ exceptions: { [day("2026-02-15")]: { skipped: true } } });
    const moved = overrideNextDue(skipped, day("2026-03-20"), day("2026-01-20"), defaultPolicy);
    expect(moved.exceptions[day("2026-03-15")]).toEqual({ moved_to: "2026-03-20" });
    const over = aPayment({ cadence: "once" });
    expect(overrideNextDue(over, day("2026-03-20"), day("2026-02-20"), defaultPolicy)).toBe(over);
  });
});

describe("changeStatus", () => {
  const changes = (payment: Payment): string =>
    payment.status_changes.map(({ status, on }) => `${status} ${on}`).join(", ");
  const paused = changeStatus(aPayment(), "paused", day("2026-02-01"));

  test("keeps every change with its day", () => {
    const resumed = changeStatus(paused, "active", day("2026-03-01"));
    expect(changes(resumed)).toBe("paused 2026-02-01, active 2026-03-01");
    expect(changes(changeStatus(resumed, "cancelled", day("2026-04-01")))).toBe(
      "paused 2026-02-01, active 2026-03-01, cancelled 2026-04-01",
    );
  });

  test("of one day, the last word counts", () => {
    expect(changes(changeStatus(paused, "cancelled", day("2026-02-01")))).toBe(
      "cancelled 2026-02-01",
    );
    expect(changes(changeStatus(paused, "active", day("2026-02-01")))).toBe("");
  });

  test("refuses what is so already, and to rewrite history", () => {
    expect(refusalOf(() => changeStatus(aPayment(), "active", january)).code).toBe("already-done");
    expect(refusalOf(() => changeStatus(paused, "paused", day("2026-02-10"))).code).toBe(
      "already-done",
    );
    expect(refusalOf(() => changeStatus(paused, "cancelled", day("2026-01-31")))).toMatchObject({
      code: "conflict",
      message: "Hydro is paused from 2026-02-01 on",
      hint: "Choose a day not before 2026-02-01, or undo that first.",
    });
  });
});
