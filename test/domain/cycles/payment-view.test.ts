import { expect, test } from "vitest";
import { byPaidOn, confirmationView } from "../../../src/domain/confirmations/confirmation-view.ts";
import { outlookOf } from "../../../src/domain/cycles/outlook.ts";
import { paymentView } from "../../../src/domain/cycles/payment-view.ts";
import { mergeSchedules, scheduledPayment } from "../../../src/domain/cycles/scheduled.ts";
import { requireCycle, standeeOf } from "../../../src/domain/cycles/settle.ts";
import type { Cadence } from "../../../src/domain/days/cadence.ts";
import { defaultPolicy, policyOf } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { table } from "../../support/table.ts";

const today = "2026-02-20";
const paid = ["2026-01-15", "2026-02-15"].map((cycle) => aConfirmation({ cycle }));
const viewed = (payment: ReturnType<typeof aPayment>, confirmations = paid) =>
  paymentView(payment, outlookOf(payment, aView(today, confirmations)), day(today));

test("a payment is shown as its record, with what holds of it today", () => {
  expect(viewed(aPayment())).toEqual({
    ...aPayment(),
    amount: "150.00",
    amount_minor: 15000,
    tolerance: null,
    amount_min: null,
    cadence: "monthly",
    every: 1,
    due_day: 15,
    rule: null,
    roll: "none",
    calendar: null,
    until: null,
    count: null,
    start: "2026-01-15",
    recurrence: "monthly on the 15th",
    status: "active",
    next_due: "2026-03-15",
    next_upcoming: "2026-03-15",
    next_due_override: null,
    ended: false,
    overdue_count: 0,
    overdue: "0.00",
    overdue_minor: 0,
    days_late: 0,
  });
});

test("what is due next is the oldest open cycle, and the price that of the cycle to come", () => {
  const terms = [aTerm(), aTerm({ from: day("2026-03-01"), amount: "160.00" })];
  expect(viewed(aPayment({ terms }), [])).toMatchObject({
    amount: "160.00",
    next_due: "2026-01-15",
    next_upcoming: "2026-03-15",
    overdue: "300.00",
    days_late: 36,
  });
});

test("what is shown is the term of the next cycle, from a start that stays", () => {
  const terms = [aTerm(), aTerm({ from: day("2026-03-01"), amount: "160.00" })];
  expect(viewed(aPayment({ terms }))).toMatchObject({ amount_minor: 16000, start: "2026-01-15" });
});

test("a moved cycle is the override, and a cancelled payment has no next one", () => {
  const moved = aPayment({ exceptions: { [day("2026-03-15")]: { moved_to: day("2026-03-20") } } });
  expect(viewed(moved)).toMatchObject({ next_due: "2026-03-20", next_due_override: "2026-03-20" });
  const cancelled = aPayment({ status_changes: [{ status: "cancelled", on: day("2026-02-01") }] });
  expect(viewed(cancelled)).toMatchObject({ status: "cancelled", next_due: null });
});

test.each(
  table<"cadence" | "place" | "shown">(`
    cadence     | place   | shown
    monthly     | 15      | 15
    monthly     |         | 15
    monthly     | last    | last
    monthly     | 2tue    | 2tue
    semimonthly | 1,15    | 1,15
    yearly      |         | 15
    weekly      |         |
    once        |         |
  `),
)("the due day of $cadence $place", ({ cadence, place, shown }) => {
  const payment = aPayment({ cadence: cadence as Cadence, due_day: place || null });
  const { due_day } = viewed(payment, []);
  expect(due_day).toBe(/^\d+$/.test(shown) ? Number(shown) : shown || null);
});

test("a cycle is shown with what is expected and what remains", () => {
  const payment = aPayment({ autopay_enabled: true });
  const cycle = requireCycle(payment, day("2026-01-15"), defaultPolicy);
  const view = aView("2026-01-15", [aConfirmation({ amount: "100.00" })]);
  expect(scheduledPayment(payment, cycle, standeeOf(payment, cycle, view).standing)).toEqual({
    date: "2026-01-15",
    cycle: "2026-01-15",
    payment_id: "pay_hydro",
    name: "Hydro",
    kind: "bill",
    amount: "150.00",
    amount_minor: 15000,
    currency: "CAD",
    status: "partial",
    remaining: "50.00",
    remaining_minor: 5000,
    estimate: false,
    amount_min: null,
    days_late: 0,
    autopay_enabled: true,
    autopay_verified: false,
  });
});

test.each(
  table<"why" | "tolerance" | "min" | "expected" | "shown">(`
    why                      | tolerance | min   | expected | shown
    a fixed amount           |           |       |          | false null
    a tolerance              | 10        |       |          | true null
    a tolerance of nothing   | 0         |       |          | false null
    a range                  |           | 80.00 |          | true 80.00
    a range, the amount said |           | 80.00 | 120.00   | false null
  `),
)("an estimate is shown as one: $why", ({ tolerance, min, expected, shown }) => {
  const name = day("2026-01-15");
  const exceptions = expected === "" ? {} : { [name]: { expected } };
  const payment = aPayment({ tolerance: tolerance || null, amount_min: min || null, exceptions });
  const cycle = requireCycle(payment, name, defaultPolicy);
  const { standing } = standeeOf(payment, cycle, aView("2026-01-15"));
  const { estimate, amount_min } = scheduledPayment(payment, cycle, standing);
  expect(`${estimate} ${amount_min}`).toBe(shown);
});

test("lists of cycles go by date, name, id, then cycle", () => {
  const entry = (date: string, name: string, payment_id: string, cycle = date) => ({
    ...{ date: day(date), cycle: day(cycle), payment_id, name, kind: "bill" as const },
    ...{ amount: "1.00", amount_minor: 100, currency: "CAD", status: "due" as const },
    ...{ remaining: "1.00", remaining_minor: 100, estimate: false, amount_min: null },
    ...{ days_late: 0, autopay_enabled: false, autopay_verified: false },
  });
  const first = [entry("2026-01-01", "B", "pay_1"), entry("2026-01-02", "B", "pay_1")] as const;
  const second = [
    entry("2026-01-02", "A", "pay_2", "2026-01-01"),
    entry("2026-01-02", "A", "pay_2"),
  ] as const;
  const third = [entry("2026-01-02", "A", "pay_3")] as const;
  const schedules = [
    { payment_id: "pay_3", name: "A", cycles: third },
    { payment_id: "pay_1", name: "B", cycles: first },
    { payment_id: "pay_2", name: "A", cycles: second },
  ];
  const inOrder = [first[0], ...second, ...third, first[1]];
  expect(mergeSchedules(schedules)).toEqual(inOrder);
  expect(mergeSchedules(schedules.toReversed())).toEqual(inOrder);
});

test("confirmations are shown with their minor units, and go by day, moment, id", () => {
  expect(confirmationView(aConfirmation())).toEqual({ ...aConfirmation(), amount_minor: 15000 });
  const inOrder = [
    aConfirmation({ id: "pc_9" }),
    aConfirmation({ id: "pc_1", created_at: "2026-01-15T13:00:00.000Z" }),
    aConfirmation({ id: "pc_2", created_at: "2026-01-15T13:00:00.000Z" }),
    aConfirmation({ id: "pc_0", paid_on: "2026-01-16" }),
  ];
  expect([...inOrder].reverse().sort(byPaidOn)).toEqual(inOrder);
});

test("the policy is what is set, and what is usual for the rest", () => {
  expect(policyOf(new Map())).toEqual(defaultPolicy);
  const own = policyOf(
    new Map<string, number | string[]>([
      ["grace_days", 10],
      ["calendars.shop", ["2026-01-02"]],
    ]),
  );
  expect(own).toEqual({ ...defaultPolicy, grace_days: 10, calendars: { shop: ["2026-01-02"] } });
});
