import { describe, expect, test } from "vitest";
import { chooseCycle } from "../../../src/domain/cycles/choose-cycle.ts";
import { addDays } from "../../../src/domain/days/calendar.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { Book } from "../../support/a-book.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("which cycle a payment settles", () => {
  test.each(
    table<"why" | "part" | "paid" | "on" | "cycle">(`
      why                                             | part                | paid                  | on         | cycle
      the one whose window holds the day              | monthly             |                       | 2026-02-13 | 2026-02-15
      though an older one is open                     | monthly             |                       | 2026-03-20 | 2026-03-15
      outside every window, the oldest due            | monthly             | 2026-01-15            | 2026-03-21 | 2026-02-15
      due soon, nothing else being due                | monthly             |                       | 2026-01-10 | 2026-01-15
      further off than what is due soon               | monthly             |                       | 2026-01-09 | nothing-owed
      due soon, but an older one is due               | monthly             |                       | 2026-02-11 | 2026-01-15
      due soon, the older one paid                    | monthly             | 2026-01-15            | 2026-02-11 | 2026-02-15
      rent of 1 January open, on 29 January           | rent                |                       | 2026-01-29 | 2026-01-01
      a weekly one, three days before                 | weekly              |                       | 2026-01-12 | 2026-01-15
      a weekly one, half a cycle before               | weekly              |                       | 2026-01-11 | nothing-owed
      a daily one is never paid ahead                 | daily               |                       | 2026-01-14 | nothing-owed
      outside every window, all paid                  | monthly             | 2026-01-15 2026-02-15 | 2026-02-25 | nothing-owed
      in the window of one that is paid               | monthly             | 2026-02-15            | 2026-02-16 | 2026-01-15
      a weekly one two days before                    | weekly              |                       | 2026-01-20 | 2026-01-22
      a weekly one three days after                   | weekly              |                       | 2026-01-18 | 2026-01-15
      a tie: the earlier one                          | moved               |                       | 2026-01-16 | 2026-01-15
      the nearer of two windows                       | moved               |                       | 2026-01-17 | 2026-02-15
      the other one of two windows                    | moved               | 2026-01-15            | 2026-01-16 | 2026-02-15
      skipped ones are passed over                    | skipped             |                       | 2026-01-15 | nothing-owed
      not in a pause                                  | paused              |                       | 2026-02-15 | 2026-01-15
      once                                            | once                |                       | 2026-09-01 | 2026-01-15
      once, and done                                  | once                | 2026-01-15            | 2026-09-01 | nothing-owed
      of before the books, in its window              | late                |                       | 2026-03-16 | nothing-owed
      of before the books, overdue                    | late                |                       | 2026-03-25 | nothing-owed
      the first one of the books, overdue             | late                |                       | 2026-04-25 | 2026-04-15
      rolled ahead of the first day of the books      | rolled              |                       | 2026-01-30 | 2026-01-31
    `),
  )("$why", ({ part, paid, on, cycle }) => {
    const payment = paymentsByPart[part];
    if (payment === undefined) throw new Error(part);
    const confirmations = paid
      .split(" ")
      .filter((name) => name !== "")
      .map((name) => aConfirmation({ cycle: name }));
    const claim = { paid_on: day(on), cycle: null, early: false };
    const choose = () => chooseCycle(payment, claim, aView(on, confirmations)).cycle.name;
    expect(cycle === "nothing-owed" ? refusalOf(choose).code : choose()).toBe(cycle);
  });

  const paymentsByPart: Readonly<Record<string, Payment>> = {
    monthly: aPayment(),
    weekly: aPayment({ cadence: "weekly" }),
    daily: aPayment({ cadence: "daily" }),
    rent: aPayment({ start: "2026-01-01" }),
    late: aPayment({ owed_from: day("2026-03-20") }),
    rolled: aPayment({ start: "2026-01-31", roll: "preceding", owed_from: day("2026-01-31") }),
    once: aPayment({ cadence: "once" }),
    moved: aPayment({ exceptions: { [day("2026-02-15")]: { moved_to: day("2026-01-17") } } }),
    skipped: aPayment({ exceptions: { [day("2026-01-15")]: { skipped: true } } }),
    paused: aPayment({ status_changes: [{ status: "paused", on: day("2026-02-01") }] }),
  };

  test("nothing is owed: it refuses and says how to pay the next one", () => {
    const book = new Book(aPayment());
    book.confirm("2026-01-15");
    const refusal = refusalOf(() => book.confirm("2026-01-25"));
    expect(refusal.code).toBe("nothing-owed");
    expect(refusal.message).toBe("nothing is owed for Hydro on 2026-01-25");
    expect(refusal.hint).toBe(
      "To pay the next one early: valhalla confirm Hydro --cycle 2026-02-15",
    );
    expect(book.confirmed("2026-01-25", "--early")).toBe("2026-02-15 paid");
  });

  test("a payment that is over has nothing to be paid early", () => {
    const book = new Book(aPayment({ cadence: "once" }));
    book.confirm("2026-01-15");
    expect(refusalOf(() => book.confirm("2026-01-25", "--early"))).toMatchObject({
      code: "nothing-owed",
      hint: "It has no cycle after 2026-01-25.",
    });
  });

  test("a cycle that is named is taken, whatever its window says", () => {
    const book = new Book(aPayment());
    expect(book.confirmed("2026-01-15", "--cycle 2026-12-15")).toBe("2026-12-15 paid");
  });

  test.each(
    table<"name" | "hint">(`
      name       | hint
      2026-02-14 | Near it: 2026-01-15, 2026-02-15.
      2026-01-14 | Near it: 2026-01-15.
      2040-01-01 | It has none within a year of it.
    `),
  )("a day that names no cycle is refused with those near it: $name", ({ name, hint }) => {
    const book = new Book(aPayment({ until: day("2027-01-01") }));
    const refusal = refusalOf(() => book.confirm("2026-01-15", `--cycle ${name}`));
    expect(refusal).toMatchObject({
      code: "not-found",
      message: `Hydro has no cycle ${name}`,
      hint,
    });
  });

  test("a cycle of before the books is refused with the words that confirm it", () => {
    const book = new Book(aPayment({ owed_from: day("2026-03-20") }));
    expect(refusalOf(() => book.confirm("2026-03-16"))).toMatchObject({
      code: "nothing-owed",
      message:
        "nothing is owed for Hydro on 2026-03-16: the cycle 2026-03-15 is of before it came into the books",
      hint: "To confirm it all the same: valhalla confirm Hydro --cycle 2026-03-15",
    });
    expect(book.confirmed("2026-03-16", "--cycle 2026-03-15")).toBe("2026-03-15 paid");
  });

  test("a cycle in a pause, or behind the end, is not owed and is refused", () => {
    const paused = aPayment({ status_changes: [{ status: "cancelled", on: day("2026-02-01") }] });
    const refusal = refusalOf(() => new Book(paused).confirm("2026-02-16", "--cycle 2026-02-15"));
    expect(refusal).toMatchObject({
      code: "not-allowed",
      message: "nothing is owed for the cycle 2026-02-15 of Hydro: it is cancelled on 2026-02-15",
      hint: "If it is owed after all: valhalla resume Hydro --on 2026-02-15",
    });
  });

  test("a skipped cycle is refused, until it is taken back", () => {
    const book = new Book(aPayment({ exceptions: { [day("2026-01-15")]: { skipped: true } } }));
    expect(refusalOf(() => book.confirm("2026-01-15", "--cycle 2026-01-15"))).toMatchObject({
      code: "not-allowed",
      hint: "Take that back first: valhalla unskip Hydro --cycle 2026-01-15",
    });
  });
});

test("choosing a cycle by its window reads no older evidence", () => {
  const read: string[] = [];
  const view = {
    ...aView("2026-01-15"),
    evidence: (_payment: string, cycle: string) => {
      read.push(cycle);
      return [];
    },
  };
  const claim = { paid_on: day("2026-01-15"), cycle: null, early: false };
  chooseCycle(aPayment({ cadence: "weekly", start: "1900-01-04" }), claim, view);
  expect(read.length).toBeLessThanOrEqual(2);
  expect(read.every((cycle) => cycle > addDays(day("2026-01-15"), -10))).toBe(true);
});
