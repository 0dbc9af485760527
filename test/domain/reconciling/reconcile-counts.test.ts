import { describe, expect, test } from "vitest";
import type { ReconcileReport } from "../../../src/domain/reconciling/reconcile-report.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { reported } from "../../support/reported.ts";
import { table } from "../../support/table.ts";

/** `2 paid 300.00 CAD` for each state that there is. */
const counts = (report: ReconcileReport): string[] =>
  report.counts
    .filter(({ count }) => count > 0)
    .map(({ state, count, sums, days_late }) => {
      const sum = sums.map(({ amount, currency }) => `${amount} ${currency}`).join(" + ");
      return `${count} ${state} ${sum}${days_late > 0 ? ` ${days_late} late` : ""}`;
    });

describe("counts that add up to what was due", () => {
  test("in each state with its sum, per currency", () => {
    const usd = { id: "pay_host", name: "Host", currency: "USD", amount: "10.00" };
    const paidHost = { payment_id: "pay_host", currency: "USD", amount: "10.00" };
    const report = reported(
      [aPayment({ start: "2026-01-05", cadence: "biweekly" }), aPayment(usd)],
      [
        aConfirmation({ cycle: "2026-01-05" }),
        aConfirmation({ cycle: "2026-01-19", amount: "180.00" }),
        aConfirmation({ cycle: "2026-02-02", amount: "100.00" }),
        aConfirmation({ ...paidHost, id: "pc_h", cycle: "2026-01-15" }),
      ],
      { today: "2026-02-19" },
    );
    expect(counts(report)).toEqual([
      "2 paid 150.00 CAD + 10.00 USD",
      "1 overpaid 30.00 CAD",
      "1 partial 50.00 CAD 17 late",
      "2 pending 150.00 CAD + 10.00 USD 4 late",
    ]);
    const sum = report.counts.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(report.due_count);
    expect(report).toMatchObject({ due_count: 6, matched: 3 });
  });
});

describe("all in order only over an empty list", () => {
  test.each(
    table<"why" | "paid" | "from" | "today" | "older" | "ok">(`
      why                        | paid                 | from       | today      | older | ok
      all paid                   | 01-15 150, 02-15 150 | 2026-01-01 | 2026-02-28 | yes   | true
      missing                    | 01-15 150            | 2026-01-01 | 2026-02-28 |       | false
      pending is no fault        | 01-15 150            | 2026-01-01 | 2026-02-17 |       | true
      a part                     | 01-15 150, 02-15 100 | 2026-01-01 | 2026-02-28 |       | false
      too much                   | 01-15 150, 02-15 190 | 2026-01-01 | 2026-02-28 |       | false
      open from before the span  | 02-15 150            | 2026-02-01 | 2026-02-28 | yes   | false
      the same, not asked for    | 02-15 150            | 2026-02-01 | 2026-02-28 |       | true
    `),
  )("$why", ({ paid, from, today, older, ok }) => {
    const confirmations = paid.split(", ").map((text) => {
      const [date, amount] = text.split(" ");
      return aConfirmation({ cycle: `2026-${date}`, amount: `${amount}.00` });
    });
    const asked = { from, today, isOlderAsked: older === "yes" };
    expect(String(reported([aPayment()], confirmations, asked).ok)).toBe(ok);
  });

  test("what is open from before the span is listed, however old, but nothing of before the books", () => {
    const payment = aPayment({ start: "2020-01-15", owed_from: day("2025-12-01") });
    const paid = aConfirmation({ cycle: "2026-01-15" });
    const { older_open } = reported([payment], [paid], { from: "2026-02-01", isOlderAsked: true });
    expect(older_open).toMatchObject([
      {
        cycle: "2025-12-15",
        status: "missed",
        days_late: 75,
        hint: "valhalla confirm Hydro --cycle 2025-12-15",
      },
    ]);
  });

  test("what an unlinked confirmation settles before the span is not open", () => {
    const loose = aConfirmation({ id: "pc_a", cycle: null, paid_on: "2026-01-16" });
    const span = { from: "2026-02-01", isOlderAsked: true };
    expect(reported([aPayment()], [loose], span).older_open).toEqual([]);
  });
});

describe("each entry carries the command that settles it", () => {
  test("whatever is wrong with it", () => {
    const report = reported(
      [aPayment({ cadence: "weekly", start: "2026-01-05", count: 5 })],
      [
        aConfirmation({ cycle: "2026-01-05" }),
        aConfirmation({ cycle: "2026-01-12", amount: "180.00" }),
        aConfirmation({ cycle: "2026-01-19", amount: "100.00" }),
        aConfirmation({ id: "pc_x", cycle: null, paid_on: "2026-02-20" }),
      ],
    );
    expect(report.items.map(({ hint }) => hint)).toEqual([
      null,
      "valhalla expect Hydro --cycle 2026-01-12 --amount 180.00",
      "valhalla confirm Hydro --cycle 2026-01-19",
      "valhalla confirm Hydro --cycle 2026-01-26",
      "valhalla confirm Hydro --cycle 2026-02-02",
    ]);
    expect(report.unmatched_confirmations.map(({ hint }) => hint)).toEqual([
      "valhalla confirm Hydro --link pc_x --cycle 2026-02-02",
    ]);
  });

  test("recorded twice: take one back, or say that both were paid", () => {
    const twice = ["pc_1", "pc_2"].map((id) => aConfirmation({ id }));
    const [found] = reported([aPayment()], twice).duplicates;
    expect(found?.hint).toBe(
      "valhalla unconfirm pc_2, or, if both were paid: valhalla confirm --not-twice pc_2",
    );
    const both = twice.map((each) => ({ ...each, not_twice: true as const }));
    expect(reported([aPayment()], both).duplicates).toEqual([]);
  });

  test("parts that add up to what was expected are no duplicate, parts that do not are", () => {
    const halves = ["pc_1", "pc_2"].map((id) => aConfirmation({ id, amount: "75.00" }));
    expect(reported([aPayment()], halves).duplicates).toEqual([]);
    expect(reported([aPayment({ amount: "160.00", tolerance: "10" })], halves).duplicates).toEqual(
      [],
    );
    expect(reported([aPayment({ amount: "100.00" })], halves).duplicates).toHaveLength(1);
  });

  test("as much too little as was too much before: it may be carried over", () => {
    const report = reported(
      [aPayment()],
      [
        aConfirmation({ cycle: "2026-01-15", amount: "200.00" }),
        aConfirmation({ cycle: "2026-02-15", amount: "100.00" }),
      ],
    );
    expect(report.findings).toMatchObject([
      {
        kind: "carried-over",
        cycle: "2026-02-15",
        message:
          "50.00 CAD were too much for the cycle 2026-01-15 of Hydro, and are missing from 2026-02-15",
        hint: "valhalla unconfirm pc_2026-01-15, then valhalla confirm Hydro --on 2026-01-15 --cycle 2026-01-15 --amount 200.00 --carry",
      },
    ]);
  });
});
