import { describe, expect, test } from "vitest";
import { moveCycle, skipCycle } from "../../../src/domain/cycles/exception.ts";
import { refuseFarMove } from "../../../src/domain/cycles/refuse-far-move.ts";
import { requireCycle } from "../../../src/domain/cycles/settle.ts";
import { refuseSkipRetry, targetCycle } from "../../../src/domain/cycles/target-cycle.ts";
import { skipHeap } from "../../../src/domain/editing/skip-heap.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("the cycle that is meant where none is named", () => {
  test.each(
    table<"why" | "paid" | "today" | "cycle">(`
      why                          | paid                  | today      | cycle
      the oldest open one          |                       | 2026-04-20 | 2026-01-15
      also within another's window | 2026-01-15            | 2026-03-15 | 2026-02-15
      due today                    | 2026-01-15            | 2026-02-15 | 2026-02-15
      nothing is due: the next one | 2026-01-15            | 2026-01-20 | 2026-02-15
      the next open one            | 2026-01-15 2026-02-15 | 2026-01-20 | 2026-03-15
    `),
  )("$why", ({ paid, today, cycle }) => {
    const names = paid.split(" ").filter((name) => name !== "");
    const view = aView(
      today,
      names.map((name) => aConfirmation({ cycle: name })),
    );
    expect(targetCycle(aPayment(), null, view).cycle.name).toBe(cycle);
  });

  test("the one that is named, and none where nothing is open", () => {
    const view = aView("2026-04-20", [aConfirmation()]);
    expect(targetCycle(aPayment(), day("2026-12-15"), view).cycle.name).toBe("2026-12-15");
    const once = aPayment({ cadence: "once" });
    expect(refusalOf(() => targetCycle(once, null, view)).code).toBe("nothing-owed");
  });
});

describe("a retry changes no second cycle", () => {
  test("a skip on the day of another skip names its cycle", () => {
    const view = aView("2026-02-20");
    const target = targetCycle(aPayment(), null, view);
    expect(() => refuseSkipRetry(aPayment(), target, view.today)).not.toThrow();
    const skipped = skipCycle(aPayment(), target, view.today);
    const next = targetCycle(skipped, null, view);
    expect(refusalOf(() => refuseSkipRetry(skipped, next, view.today))).toMatchObject({
      code: "duplicate",
      message: "the cycle 2026-01-15 of Hydro was skipped today already",
      hint: "To skip another one too: valhalla skip Hydro --cycle 2026-02-15",
    });
    expect(() => refuseSkipRetry(skipped, next, day("2026-02-21"))).not.toThrow();
  });

  test("a second cycle is not moved to the day the first was moved to", () => {
    const view = aView("2026-02-20");
    const to = day("2026-03-01");
    const moved = moveCycle(aPayment(), targetCycle(aPayment(), null, view), to);
    const next = targetCycle(moved, null, view);
    expect(next.cycle.name).toBe("2026-02-15");
    expect(refusalOf(() => moveCycle(moved, next, to))).toMatchObject({
      code: "duplicate",
      message: "the cycle 2026-01-15 of Hydro was moved to 2026-03-01 already",
    });
  });
});

describe("how far a cycle may be moved", () => {
  const payments: Readonly<Record<string, Payment>> = {
    monthly: aPayment(),
    "2 months": aPayment({ every: 2 }),
    weekly: aPayment({ cadence: "weekly" }),
    yearly: aPayment({ cadence: "yearly" }),
    plan: aPayment({ count: 2 }),
    once: aPayment({ cadence: "once" }),
  };
  test.each(
    table<"part" | "cycle" | "to" | "far" | "answer">(`
      part     | cycle      | to         | far | answer
      monthly  | 2026-02-15 | 2026-03-15 |     | moved
      monthly  | 2026-02-15 | 2026-03-16 |     | not-allowed
      monthly  | 2026-02-15 | 2026-03-16 | far | moved
      monthly  | 2026-02-15 | 2026-01-15 |     | moved
      monthly  | 2026-02-15 | 2026-01-14 | far | not-allowed
      monthly  | 2026-03-15 | 2026-02-14 |     | not-allowed
      2 months | 2026-03-15 | 2026-05-15 |     | moved
      2 months | 2026-03-15 | 2026-05-16 |     | not-allowed
      weekly   | 2026-01-22 | 2026-01-29 |     | moved
      weekly   | 2026-01-22 | 2026-01-30 |     | not-allowed
      yearly   | 2026-01-15 | 2027-01-15 |     | moved
      yearly   | 2026-01-15 | 2027-01-16 |     | not-allowed
      plan     | 2026-02-15 | 2026-03-15 |     | moved
      plan     | 2026-02-15 | 2026-03-16 |     | not-allowed
      once     | 2026-01-15 | 2031-01-01 |     | moved
      once     | 2026-01-15 | 2025-12-01 |     | moved
    `),
  )("$part $cycle to $to $far: $answer", ({ part, cycle: name, to, far, answer }) => {
    const payment = payments[part] ?? aPayment();
    const cycle = requireCycle(payment, day(name), defaultPolicy);
    const move = () => refuseFarMove(payment, cycle, day(to), far === "far", defaultPolicy);
    if (answer === "moved") expect(move).not.toThrow();
    else expect(refusalOf(move).code).toBe(answer);
  });

  test("the refusal says between which days", () => {
    const cycle = requireCycle(aPayment(), day("2026-02-15"), defaultPolicy);
    const move = () => refuseFarMove(aPayment(), cycle, day("2026-04-01"), false, defaultPolicy);
    expect(refusalOf(move)).toMatchObject({
      message: "2026-04-01 is more than one period from 2026-02-15",
      hint: "Choose a day from 2026-01-15 to 2026-03-15, or say --far.",
    });
  });
});

test("a heap is skipped at once, but for what is partly paid and what is due later", () => {
  const part = aConfirmation({ cycle: "2026-02-15", amount: "100.00" });
  const view = aView("2026-05-01", [part]);
  const { payment, skipped, left } = skipHeap(aPayment(), day("2026-04-15"), view);
  expect(skipped.map(({ cycle }) => cycle.name)).toEqual(["2026-01-15", "2026-03-15"]);
  expect(left.map(({ cycle }) => cycle.name)).toEqual(["2026-02-15"]);
  expect(Object.keys(payment.exceptions)).toEqual(["2026-01-15", "2026-03-15"]);
  expect(targetCycle(payment, null, view).cycle.name).toBe("2026-02-15");
});
