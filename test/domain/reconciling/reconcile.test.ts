import { expect, test } from "vitest";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { reported, whys } from "../../support/reported.ts";

test("one confirmation never settles two weeklies", () => {
  const weekly = aPayment({ cadence: "weekly", start: "2026-01-05", count: 2 });
  const report = reported(
    [weekly],
    [aConfirmation({ id: "pc_a", cycle: null, paid_on: "2026-01-08" })],
  );
  expect(whys(report)).toEqual([
    "2026-01-05 paid: paid by pc_a on 2026-01-08",
    "2026-01-12 missed: no confirmation from 2026-01-10 to 2026-01-15",
  ]);
  expect(report).toMatchObject({ ok: false, due_count: 2, matched: 1 });
});

test("a second payment in one window is unmatched, and one that settles a part is not", () => {
  const confirmations = [
    aConfirmation({ id: "pc_a", cycle: null, paid_on: "2026-01-16" }),
    aConfirmation({ id: "pc_b", cycle: null, paid_on: "2026-01-15" }),
    aConfirmation({ id: "pc_c", cycle: "2026-02-15", amount: "100.00" }),
    aConfirmation({ id: "pc_d", cycle: null, paid_on: "2026-02-20", amount: "50.00" }),
  ];
  const report = reported([aPayment()], confirmations);
  expect(whys(report)).toEqual([
    "2026-01-15 paid: paid by pc_b on 2026-01-15",
    "2026-02-15 paid: paid by pc_c on 2026-02-15 and pc_d on 2026-02-20",
  ]);
  expect(report.unmatched_confirmations).toEqual([
    {
      date: "2026-01-16",
      cycle: null,
      payment_id: "pay_hydro",
      name: "Hydro",
      kind: "bill",
      amount: "150.00",
      amount_minor: 15000,
      currency: "CAD",
      status: "unmatched",
      remaining: "150.00",
      remaining_minor: 15000,
      estimate: false,
      amount_min: null,
      days_late: 0,
      autopay_enabled: false,
      autopay_verified: false,
      confirmations: ["pc_a"],
      why: "paid on 2026-01-16, within the window of no open cycle",
      hint: "valhalla confirm Hydro --link pc_a --cycle DAY",
    },
  ]);
  expect(report.ok).toBe(false);
});

test("the edge of the span does not let a payment of the cycle before it settle one inside", () => {
  const weekly = aPayment({
    cadence: "weekly",
    start: "2026-01-05",
    exceptions: { [day("2026-01-05")]: { moved_to: day("2026-01-11") } },
  });
  const paid = aConfirmation({ id: "pc_a", cycle: null, paid_on: "2026-01-11" });
  const report = reported([weekly], [paid], { from: "2026-01-12", today: "2026-01-16" });
  expect(whys(report)).toEqual([
    "2026-01-12 grace: no confirmation from 2026-01-10 to 2026-01-15; 5 days of grace are not over",
  ]);
});

test("the report sorts the cycles of all payments by what they mean", () => {
  const hydro = aPayment();
  const rent = aPayment({
    id: "pay_rent",
    name: "Rent",
    start: "2026-02-01",
    autopay_enabled: true,
  });
  const gym = aPayment({ id: "pay_gym", name: "Gym", kind: "subscription", start: "2026-02-26" });
  const rentPaid = { payment_id: "pay_rent", cycle: "2026-02-01" };
  const report = reported(
    [rent, hydro, gym],
    [
      aConfirmation({ id: "pc_a", amount: "10.00" }),
      aConfirmation({ ...rentPaid, id: "pc_b", created_at: "2026-02-01T12:00:00.000Z" }),
      aConfirmation({ ...rentPaid, id: "pc_c", created_at: "2026-02-01T12:01:00.000Z" }),
    ],
  );
  const briefly = (entries: readonly { name: string; cycle: string | null }[]) =>
    entries.map(({ name, cycle }) => `${name} ${cycle}`);
  expect(briefly(report.items)).toEqual([
    "Hydro 2026-01-15",
    "Rent 2026-02-01",
    "Hydro 2026-02-15",
    "Gym 2026-02-26",
  ]);
  expect(briefly(report.partial)).toEqual(["Hydro 2026-01-15"]);
  expect(briefly(report.missing)).toEqual(["Hydro 2026-02-15"]);
  expect(briefly(report.pending)).toEqual(["Gym 2026-02-26"]);
  expect(report.duplicates).toMatchObject([
    {
      name: "Rent",
      status: "overpaid",
      confirmations: ["pc_b", "pc_c"],
      why: "pc_b and pc_c look like one payment recorded 2 times",
    },
  ]);
  expect(report).toMatchObject({ ok: false, due_count: 4, matched: 1, failed: [], skipped: [] });
});

test("nothing due, nothing wrong", () => {
  expect(reported([], [])).toMatchObject({ ok: true, due_count: 0, matched: 0, items: [] });
});

test("two payments of one name and day keep their order, whatever order they come in", () => {
  const payments = ["pay_b", "pay_a"].map((id) => aPayment({ id }));
  const ids = (given: Payment[]) => reported(given, []).items.map(({ payment_id }) => payment_id);
  expect(ids(payments)).toEqual(["pay_a", "pay_b", "pay_a", "pay_b"]);
  expect(ids(payments.reverse())).toEqual(["pay_a", "pay_b", "pay_a", "pay_b"]);
});

test("a payment that was paused owes nothing of it, and what was due before stays due", () => {
  const payment = aPayment({ status_changes: [{ status: "paused", on: day("2026-02-01") }] });
  expect(reported([payment], []).missing.map(({ cycle }) => cycle)).toEqual(["2026-01-15"]);
});

test("the expected amount of a cycle is that of its term", () => {
  const terms = [aTerm(), aTerm({ from: day("2026-02-01"), amount: "160.00" })];
  const amounts = reported([aPayment({ terms })], []).items.map(({ amount }) => amount);
  expect(amounts).toEqual(["150.00", "160.00"]);
});
