import { expect, test } from "vitest";
import { extendPlan, planOf, swallowedCycles } from "../../../src/domain/cycles/plan.ts";
import { changeStatus } from "../../../src/domain/registry/payment-status.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";

const paid = (...names: string[]) => names.map((cycle) => aConfirmation({ cycle }));

test("a plan of five says how many are paid and what is left, parts and skips too", () => {
  const view = aView("2026-04-01", [
    ...paid("2026-01-15", "2026-02-15"),
    aConfirmation({ cycle: "2026-03-15", amount: "100.00" }),
  ]);
  const exceptions = { [day("2026-04-15")]: { skipped: true as const } };
  expect(planOf(aPayment({ count: 5, exceptions }), view)).toEqual({
    ...{ count: 5, paid: 2, skipped: 1, not_owed: 0, left: "200.00", left_minor: 20_000 },
  });
  expect(planOf(aPayment(), view)).toBeNull();
});

test("what a pause swallows of a plan can be added at its end", () => {
  const plan = aPayment({ count: 5 });
  const paused = changeStatus(plan, "paused", day("2026-03-01"));
  const resumed = changeStatus(paused, "active", day("2026-05-01"));
  const swallowed = swallowedCycles(plan, resumed, defaultPolicy).map(({ name }) => name);
  expect(swallowed).toEqual(["2026-03-15", "2026-04-15"]);
  const view = aView("2026-05-02", paid("2026-01-15", "2026-02-15"));
  expect(planOf(resumed, view)).toMatchObject({ count: 5, paid: 2, not_owed: 2, left: "150.00" });
  const extended = extendPlan(resumed, swallowed.length);
  expect(planOf(extended, view)).toMatchObject({ count: 7, paid: 2, not_owed: 2, left: "450.00" });
});

test("a pause of what goes on for ever swallows nothing that could be counted", () => {
  const paused = changeStatus(aPayment(), "paused", day("2026-03-01"));
  expect(swallowedCycles(aPayment(), paused, defaultPolicy)).toEqual([]);
});
