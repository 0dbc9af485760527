import { beforeAll, describe, expect, test } from "vitest";
import { cyclesDue } from "../../src/domain/cycles/cycle.ts";
import { cycleStatuses } from "../../src/domain/cycles/cycle-status.ts";
import { standingOf } from "../../src/domain/cycles/standing.ts";
import { cadences } from "../../src/domain/days/cadence.ts";
import { addDays, type Day, isWithin, parseDay } from "../../src/domain/days/calendar.ts";
import { loadRules } from "../../src/domain/days/rule.ts";
import { balancesOf } from "../../src/domain/ledger/posting.ts";
import { minorOf } from "../../src/domain/money/money.ts";
import { reconcilePayment } from "../../src/domain/reconciling/reconcile.ts";
import { reconcileReport } from "../../src/domain/reconciling/reconcile-report.ts";
import { paymentKinds, paymentStatuses, statusOn } from "../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../src/domain/settings/policy.ts";
import { editsOf, sampleHousehold } from "../../src/sample/household.ts";
import type { Played } from "../../src/sample/play-payment.ts";

/** Month ends, a leap day, the turn of a year and days in between: the household is whole on each. */
const days = "2024-02-29 2025-12-31 2026-01-01 2026-03-10 2026-03-31 2026-05-30 2027-08-15";

const policy = defaultPolicy;

beforeAll(loadRules);

describe.each(days.split(" ").map(parseDay))("the household as of %s", (today) => {
  const household = () => sampleHousehold(today);

  test("is the same every time", () => {
    expect([...editsOf(household())]).toEqual([...editsOf(household())]);
  });

  test("has every kind, cadence and status of payment", () => {
    const payments = household().map(({ payment }) => payment);
    expect(payments.length).toBeGreaterThanOrEqual(25);
    expect(new Set(payments.map(({ kind }) => kind))).toEqual(new Set(paymentKinds));
    expect(new Set(payments.map((each) => statusOn(each, today)))).toEqual(
      new Set(paymentStatuses),
    );
    const terms = payments.flatMap((payment) => payment.terms);
    expect(new Set(terms.map(({ cadence }) => cadence))).toEqual(new Set(cadences));
  });

  test("has a cycle of every status near today", () => {
    const near = { from: addDays(today, -45), to: addDays(today, 20) };
    const statuses = household().flatMap((each) => standingsIn(each, near, today));
    expect(new Set(statuses)).toEqual(new Set(cycleStatuses));
  });

  test("has eighteen months of confirmations, none of a day to come", () => {
    const confirmations = household().flatMap((each) => each.confirmations);
    const paid = confirmations.map(({ paid_on }) => paid_on).sort();
    expect(
      isWithin(paid[0] ?? today, { from: addDays(today, -580), to: addDays(today, -540) }),
    ).toBe(true);
    expect(paid.filter((day) => day > today)).toEqual([]);
    expect(new Set(confirmations.map(({ method }) => method)).size).toBeGreaterThanOrEqual(5);
  });

  test("gives no id twice", () => {
    const ids = [...editsOf(household())].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(500);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^(pay|pc|tx)_[0-9a-z]{12}$/.test(id))).toEqual([]);
  });

  test("confirms only cycles that are there", () => {
    for (const { payment, confirmations } of household()) {
      const owed = cyclesDue(
        payment,
        { from: addDays(today, -600), to: addDays(today, 60) },
        policy,
      );
      const names = new Set(owed.map(({ name }) => name));
      const cycles = confirmations.flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
      expect(cycles.filter((cycle) => !names.has(cycle))).toEqual([]);
    }
  });

  test("has books that balance, each transaction linked both ways", () => {
    const all = household();
    const transactions = all.flatMap((each) => each.transactions);
    const sums = new Map<string, number>();
    for (const { amount, currency } of balancesOf(transactions)) {
      sums.set(currency, (sums.get(currency) ?? 0) + minorOf(amount, currency));
    }
    expect(transactions.length).toBeGreaterThan(80);
    expect([...sums.values()]).toEqual([...sums.values()].map(() => 0));
    const posted = new Map(
      all
        .flatMap((each) => each.confirmations)
        .map(({ id, transaction_id }) => [id, transaction_id]),
    );
    const direct = transactions.filter(({ reverses }) => reverses === null);
    expect(direct.map(({ id }) => id)).toEqual(
      direct.map(({ confirmation_id }) => posted.get(confirmation_id)),
    );
    expect(transactions.length - direct.length).toBe(1);
  });

  test("has something to find in every part of a reconciliation", () => {
    const span = { from: addDays(today, -31), to: today };
    const rules = { today, policy, isPosting: false, isOlderAsked: false };
    const report = reconcileReport(
      span,
      household().map((each) =>
        reconcilePayment(each.payment, span, unlinked(each), {
          evidence: (_id, cycle) => each.confirmations.filter((one) => one.cycle === cycle),
          openMark: () => null,
          paidOn: () => [],
          today,
          policy,
        }),
      ),
      rules,
    );
    const { matched, missing, partial, pending, failed, skipped } = report;
    const names = (entries: readonly { readonly name: string }[]) =>
      entries.map(({ name }) => name);
    expect(matched).toBeGreaterThan(15);
    expect(names(missing)).toContain("Waste collection");
    expect(names(partial)).toContain("Dentist");
    expect(names(pending)).toEqual(expect.arrayContaining(["Visa minimum", "Hydro"]));
    expect(names(failed)).toContain("Line of credit");
    expect(names(skipped)).toContain("Gym");
    expect(names(report.unmatched_confirmations)).toContain("Waste collection");
    expect(names(report.duplicates)).toContain("Internet");
  });
});

test("another day has another household, whose payments keep their ids", () => {
  const idsOn = (day: string) => sampleHousehold(parseDay(day)).map(({ payment }) => payment.id);
  expect(idsOn("2026-03-10")).toEqual(idsOn("2026-11-02"));
  expect(sampleHousehold(parseDay("2026-03-10"))).not.toEqual(
    sampleHousehold(parseDay("2026-03-11")),
  );
});

function standingsIn(
  { payment, confirmations }: Played,
  span: { readonly from: Day; readonly to: Day },
  today: Day,
): string[] {
  return cyclesDue(payment, span, policy).map((cycle) => {
    const evidence = confirmations.filter((each) => each.cycle === cycle.name);
    return standingOf(payment, cycle, evidence, today, policy).status;
  });
}

function unlinked({ confirmations }: Played) {
  return confirmations.filter(({ cycle }) => cycle === null);
}
