import { beforeAll, describe, expect, test } from "vitest";
import { findCycle } from "../../../src/domain/cycles/cycle.ts";
import { matchWindow } from "../../../src/domain/cycles/match-window.ts";
import type { Cadence } from "../../../src/domain/days/cadence.ts";
import { loadRules } from "../../../src/domain/days/rule.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

beforeAll(loadRules);

describe("matchWindow: 2 before to 5 after, each side at most half the cycle", () => {
  test.each(
    table<"cadence" | "every" | "due_day" | "rule" | "cycle" | "window">(`
      cadence     | every | due_day | rule                             | cycle      | window
      once        | 1     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      daily       | 1     |         |                                  | 2026-01-15 | 2026-01-15 2026-01-15
      daily       | 2     |         |                                  | 2026-01-15 | 2026-01-15 2026-01-15
      daily       | 3     |         |                                  | 2026-01-15 | 2026-01-14 2026-01-16
      daily       | 10    |         |                                  | 2026-01-15 | 2026-01-13 2026-01-19
      weekly      | 1     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-18
      weekly      | 2     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      biweekly    | 1     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      semimonthly | 1     | 1,15    |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      semimonthly | 1     | 15,20   |                                  | 2026-01-15 | 2026-01-13 2026-01-17
      semimonthly | 1     | 15,20   |                                  | 2026-01-20 | 2026-01-18 2026-01-22
      monthly     | 1     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      yearly      | 1     |         |                                  | 2026-01-15 | 2026-01-13 2026-01-20
      rule        | 1     |         | FREQ=WEEKLY;BYDAY=MO,TH          | 2026-01-15 | 2026-01-14 2026-01-16
      rule        | 1     |         | FREQ=MONTHLY;BYMONTHDAY=15,16,25 | 2026-01-15 | 2026-01-15 2026-01-15
      rule        | 1     |         | FREQ=MONTHLY;BYMONTHDAY=15,16,25 | 2026-01-25 | 2026-01-23 2026-01-29
    `),
  )(
    "$cadence every $every $due_day $rule, $cycle",
    ({ cadence, every, due_day, rule, cycle, window }) => {
      const payment = aPayment({
        cadence: cadence as Cadence,
        every: Number(every),
        due_day: due_day || null,
        rule: rule || null,
      });
      const found = findCycle(payment, day(cycle), defaultPolicy);
      if (found === null) throw new Error("no such cycle");
      const { from, to } = matchWindow(found, defaultPolicy);
      expect(`${from} ${to}`).toBe(window);
    },
  );

  test.each(
    table<"cadence" | "window">(`
      cadence  | window
      weekly   | 2026-01-12 2026-01-18
      monthly  | 2026-01-02 2026-01-28
      yearly   | 2025-12-26 2026-02-14
      once     | 2025-12-26 2026-02-14
    `),
  )("a household that allows 20 before and 30 after: $cadence", ({ cadence, window }) => {
    const found = findCycle(
      aPayment({ cadence: cadence as Cadence }),
      day("2026-01-15"),
      defaultPolicy,
    );
    if (found === null) throw new Error("no such cycle");
    const { from, to } = matchWindow(found, {
      ...defaultPolicy,
      match_before: 20,
      match_after: 30,
    });
    expect(`${from} ${to}`).toBe(window);
  });

  test("goes with the day it is due, and stops at the end of the calendar", () => {
    const payment = aPayment({
      exceptions: { [day("2026-01-15")]: { moved_to: day("2026-02-10") } },
      until: null,
    });
    const moved = findCycle(payment, day("2026-01-15"), defaultPolicy);
    const last = findCycle(aPayment({ start: "2199-12-30" }), day("2199-12-30"), defaultPolicy);
    if (moved === null || last === null) throw new Error("no such cycle");
    expect(matchWindow(moved, defaultPolicy)).toEqual({ from: "2026-02-08", to: "2026-02-15" });
    expect(matchWindow(last, defaultPolicy)).toEqual({ from: "2199-12-28", to: "2199-12-31" });
  });
});
