import { describe, expect, test } from "vitest";
import { chooseCycle } from "../../../src/domain/cycles/settle.ts";
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
      three days before, nothing else being due       | monthly             |                       | 2026-01-12 | nothing-owed
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
