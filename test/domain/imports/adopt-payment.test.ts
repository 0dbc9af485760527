import { describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { parseDay } from "../../../src/domain/days/calendar.ts";
import { adoptPayment } from "../../../src/domain/imports/adopt-payment.ts";
import type { ForeignPayment } from "../../../src/domain/imports/foreign.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const today = parseDay("2026-01-15");
const stamp = { id: "pay_1", now: "2026-01-15T12:00:00Z" };
const hydro: ForeignPayment = {
  where: "items[0]",
  id: "pay_1",
  name: "Hydro",
  kind: "bill",
  payee: null,
  amount: "142.50",
  currency: "CAD",
  cadence: "monthly",
  every: 1,
  due_day: "15",
  start: null,
  next_due_override: null,
  autopay_enabled: false,
  autopay_verified: false,
  account_id: null,
  category: null,
  tags: [],
  essential: null,
  url: null,
  phone: null,
  email: null,
  notes: "",
  status: "active",
  created_at: "2025-09-20T10:00:00Z",
  updated_at: "2025-12-01T10:00:00Z",
};
const adopted = (row: Partial<ForeignPayment>) =>
  adoptPayment({ ...hydro, ...row }, stamp, today, defaultPolicy);

describe("the first due day of a payment that says no start", () => {
  test.each(
    table<"why" | "cadence" | "due day" | "created" | "first days">(`
      why                                         | cadence   | due day | created    | first days
      the first due day after it was created      | monthly   | 15      | 2025-09-20 | 2025-10-15 2025-11-15 2025-12-15
      the day of creation counts                  | monthly   | 20      | 2025-09-20 | 2025-09-20 2025-10-20 2025-11-20
      a month too short takes its last day        | monthly   | 31      | 2025-09-20 | 2025-09-30 2025-10-31 2025-11-30
      quarters count from that first one          | quarterly | 5       | 2025-09-20 | 2025-10-05 2026-01-05 2026-04-05
      years too                                   | yearly    | 29      | 2024-02-10 | 2024-02-29 2025-02-28 2026-02-28
      weekly on the weekday of the first due day  | weekly    | 3       | 2025-10-01 | 2025-10-03 2025-10-10 2025-10-17
      weekly without one, of the day of creation  | weekly    | none    | 2025-10-01 | 2025-10-01 2025-10-08 2025-10-15
      once                                        | once      | 15      | 2025-09-20 | 2025-10-15
    `),
  )("$why", ({ cadence, "due day": dueDay, created, "first days": days }) => {
    const payment = adopted({
      cadence: cadence as ForeignPayment["cadence"],
      due_day: dueDay === "none" ? null : dueDay,
      created_at: `${created}T10:00:00Z`,
    });
    const span = { from: parseDay("2020-01-01"), to: parseDay("2030-01-01") };
    const due = cyclesDue(payment, span, defaultPolicy).slice(0, 3);

    expect(due.map(({ date }) => date).join(" ")).toBe(days);
  });

  test("is counted from today where nobody knows when it was created", () => {
    expect(adopted({ created_at: null }).terms[0]?.anchor).toBe("2026-01-15");
  });

  test("is not guessed where there is no due day either", () => {
    expect(refusalOf(() => adopted({ due_day: null })).code).toBe("bad-cadence");
    expect(
      refusalOf(() => adopted({ cadence: "weekly", due_day: null, created_at: null })).code,
    ).toBe("bad-cadence");
  });
});

test("a payment that says its start begins there", () => {
  expect(adopted({ start: parseDay("2025-11-15"), created_at: null }).terms[0]).toMatchObject({
    anchor: "2025-11-15",
    from: "2025-11-15",
  });
});

test("a pause or an end counts from its last change; what was due before stays due", () => {
  expect(adopted({ status: "paused" }).status_changes).toEqual([
    { status: "paused", on: "2025-12-01" },
  ]);
  expect(adopted({ status: "cancelled", updated_at: null }).status_changes).toEqual([
    { status: "cancelled", on: "2025-09-20" },
  ]);
});

test("a next due day moves one cycle, once", () => {
  expect(adopted({ next_due_override: parseDay("2026-02-20") }).exceptions).toEqual({
    "2026-01-15": { moved_to: "2026-02-20" },
  });
  expect(adopted({ next_due_override: parseDay("2025-11-18") }).exceptions).toEqual({
    "2025-11-15": { moved_to: "2025-11-18" },
  });
  expect(adopted({ next_due_override: parseDay("2026-01-15") }).exceptions).toEqual({});
});

test("autopay that is off was never verified", () => {
  expect(adopted({ autopay_enabled: false, autopay_verified: true }).autopay_verified).toBe(false);
  expect(adopted({ autopay_enabled: true, autopay_verified: true }).autopay_verified).toBe(true);
});

test.each([
  ["semimonthly with one due day", { cadence: "semimonthly" as const }],
  ["a due day that is none", { due_day: "someday" }],
  ["once every second time", { cadence: "once" as const, every: 2 }],
])("%s is refused, not guessed", (_, row) => {
  expect(refusalOf(() => adopted(row)).code).toBe("bad-cadence");
});
