import { describe, expect, test } from "vitest";
import {
  confirmPayment,
  refuseKnownRef,
  voidConfirmation,
} from "../../../src/domain/confirming/confirm.ts";
import { skipCycle } from "../../../src/domain/cycles/exception.ts";
import { requireCycle, standeeOf } from "../../../src/domain/cycles/settle.ts";
import type { Cadence } from "../../../src/domain/days/cadence.ts";
import { Book } from "../../support/a-book.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

describe("a life of a bill", () => {
  test("due on the 15th, confirmed on the 5th with its cycle: paid, next due next month", () => {
    const book = new Book(aPayment());
    expect(book.confirmed("2026-01-05", "--cycle 2026-01-15")).toBe("2026-01-15 paid");
    expect(book.nextDue("2026-01-05")).toBe("2026-02-15");
  });

  test("rent of 2000 paid by 1850, then 150: partial, then paid; one taken back, it is open again", () => {
    const book = new Book(aPayment({ amount: "2000.00", start: "2026-01-01" }));
    expect(book.confirmed("2026-01-01", "--amount 1850")).toBe("2026-01-01 partial");
    expect(book.confirm("2026-01-04").confirmation.amount).toBe("150.00");
    expect(book.status("2026-01-01", "2026-01-04")).toBe("paid");
    expect(book.nextDue("2026-01-01")).toBe("2026-02-01");
    book.void("pc_2");
    expect(book.status("2026-01-01", "2026-01-04")).toBe("partial");
    expect(book.nextDue("2026-01-01")).toBe("2026-01-01");
    expect(book.confirmed("2026-01-05")).toBe("2026-01-01 paid");
  });

  test("the rest may be paid on the day the first part was", () => {
    const book = new Book(aPayment({ amount: "2000.00" }));
    expect(book.confirmed("2026-01-15", "--amount 1850")).toBe("2026-01-15 partial");
    expect(book.confirmed("2026-01-15", "--amount 150")).toBe("2026-01-15 paid");
    const other = new Book(aPayment({ amount: "2000.00" }));
    expect(other.confirmed("2026-01-15", "--amount 1000")).toBe("2026-01-15 partial");
    expect(other.confirmed("2026-01-15")).toBe("2026-01-15 paid");
  });

  test("a weekly bill: one confirmation, one cycle", () => {
    const book = new Book(aPayment({ cadence: "weekly", start: "2026-01-05" }));
    expect(book.confirmed("2026-01-12")).toBe("2026-01-12 paid");
    expect(book.status("2026-01-05", "2026-01-12")).toBe("missed");
    expect(book.status("2026-01-19", "2026-01-12")).toBe("upcoming");
  });

  test("a price from March leaves a January that is confirmed later at its own price", () => {
    const terms = [aTerm(), aTerm({ from: day("2026-03-01"), amount: "160.00" })];
    const book = new Book(aPayment({ terms }));
    expect(book.confirm("2026-04-20", "--cycle 2026-01-15").confirmation.amount).toBe("150.00");
    expect(book.confirm("2026-04-20", "--cycle 2026-03-15").confirmation.amount).toBe("160.00");
  });

  test("a cycle that has a confirmation keeps the price it had then", () => {
    const book = new Book(aPayment());
    book.confirm("2026-01-15", "--amount 100");
    book.payment = aPayment({ amount: "180.00" });
    const { confirmation, after } = book.confirm("2026-01-16");
    expect(confirmation).toMatchObject({ amount: "50.00", expected: "150.00" });
    expect(after.standing.status).toBe("paid");
  });

  test("a skip with a preceding roll goes to the next month, not to the same Friday", () => {
    // 2026-01-31 is a Saturday, due on Friday the 30th.
    const book = new Book(aPayment({ start: "2026-01-31", roll: "preceding" }));
    expect(book.nextDue("2026-01-20")).toBe("2026-01-30");
    const view = aView("2026-01-20");
    const cycle = requireCycle(book.payment, day("2026-01-31"), view.policy);
    book.payment = skipCycle(book.payment, standeeOf(book.payment, cycle, view));
    expect(book.nextDue("2026-01-20")).toBe("2026-02-27");
    expect(book.nextDue("2026-01-30")).toBe("2026-02-27");
  });
});

describe("a retry never pays a second month", () => {
  test.each(
    table<"why" | "cadence" | "first" | "again">(`
      why                                       | cadence   | first                                       | again
      on the day                                | monthly   | 2026-01-15                                  | nothing-owed
      with its amount                           | monthly   | 2026-01-15 --amount 150                     | nothing-owed
      with its cycle                            | monthly   | 2026-01-15 --cycle 2026-01-15               | already-done
      with its cycle and amount                 | monthly   | 2026-01-15 --cycle 2026-01-15 --amount 150  | already-done
      early, by its cycle                       | monthly   | 2026-01-05 --cycle 2026-01-15               | already-done
      early, the next one                       | monthly   | 2026-01-05 --early                          | duplicate
      early, a quarter ahead                    | quarterly | 2026-01-30 --early                          | duplicate
      late, in arrears                          | monthly   | 2026-04-28                                  | duplicate
      late, in arrears, with its amount         | monthly   | 2026-04-28 --amount 150                     | duplicate
      late, the month before still open         | monthly   | 2026-02-25                                  | duplicate
      late, in arrears, saying early            | monthly   | 2026-01-25 --early                          | duplicate
      in a window, arrears behind it            | monthly   | 2026-04-15                                  | duplicate
      quarters in arrears                       | quarterly | 2026-12-30                                  | duplicate
      in a weekly window, arrears behind it     | weekly    | 2026-02-05                                  | duplicate
      in a yearly window                        | yearly    | 2026-01-16                                  | nothing-owed
      a part                                    | monthly   | 2026-01-15 --amount 100                     | duplicate
      a part, in arrears                        | monthly   | 2026-04-28 --amount 100                     | duplicate
      too much                                  | monthly   | 2026-01-15 --amount 200                     | nothing-owed
    `),
  )("$why", ({ cadence, first, again }) => {
    const book = new Book(aPayment({ cadence: cadence as Cadence }));
    const [on = "", ...flags] = first.split(" ");
    expect(book.confirmed(on, flags.join(" "))).toMatch(/ (paid|partial|overpaid)$/);
    expect(book.confirmed(on, flags.join(" "))).toBe(again);
    expect(book.confirmations).toHaveLength(1);
  });

  test("many times over, with every month in arrears", () => {
    const book = new Book(aPayment({ start: "2024-01-15" }));
    expect(book.confirmed("2026-01-25")).toBe("2024-01-15 paid");
    for (let time = 0; time < 5; time += 1) {
      expect(book.confirmed("2026-01-25")).toBe("duplicate");
    }
    expect(book.confirmed("2026-01-26")).toBe("2024-02-15 paid");
  });

  test("and what came after a cycle in arrears is not looked at, however much it is", () => {
    const book = new Book(aPayment({ start: "1990-01-15" }));
    expect(book.confirmed("2026-01-25")).toBe("1990-01-15 paid");
    expect([...book.looked]).toEqual(["1990-01-15"]);
  });

  test("a cycle rolled to before its anchor is not forgotten", () => {
    const book = new Book(aPayment({ start: "2026-01-31", roll: "preceding" }));
    expect(book.confirmed("2026-02-10")).toBe("2026-01-31 paid");
    expect(book.confirmed("2026-02-10")).toBe("nothing-owed");
  });

  test("nor one moved to before it", () => {
    const exceptions = { [day("2026-01-15")]: { moved_to: day("2025-12-20") } };
    const book = new Book(aPayment({ exceptions }));
    expect(book.confirmed("2026-01-02")).toBe("2026-01-15 paid");
  });

  test("two months may be paid on one day, by saying which, or by two references", () => {
    const book = new Book(aPayment());
    expect(book.confirmed("2026-02-25")).toBe("2026-01-15 paid");
    expect(book.confirmed("2026-02-25", "--cycle 2026-02-15")).toBe("2026-02-15 paid");
    const other = new Book(aPayment());
    expect(other.confirmed("2026-02-25", "--ref 1")).toBe("2026-01-15 paid");
    expect(other.confirmed("2026-02-25", "--ref 2")).toBe("2026-02-15 paid");
  });

  test("what was taken back may be confirmed again", () => {
    const book = new Book(aPayment());
    book.confirm("2026-01-15");
    book.void("pc_1");
    expect(book.confirmed("2026-01-15")).toBe("2026-01-15 paid");
  });

  test("the hint names the cycle that another payment would be for", () => {
    const book = new Book(aPayment());
    book.confirm("2026-02-25");
    const refusal = refusalOf(() => book.confirm("2026-02-25"));
    expect(refusal.message).toBe("Hydro was confirmed on 2026-02-25 already, for 2026-01-15");
    expect(refusal.hint).toBe(
      "If it was paid twice that day: valhalla confirm Hydro --cycle 2026-02-15",
    );
  });
});

describe("what is refused", () => {
  test("a day to come, unless the bank has the order", () => {
    const book = new Book(aPayment());
    expect(refusalOf(() => book.confirm("2026-01-15", "", "2026-01-14")).code).toBe("not-allowed");
    expect(book.confirm("2026-01-15", "--scheduled", "2026-01-14").after.standing.status).toBe(
      "paid",
    );
  });

  test("the same cycle twice, unless an amount says that more was paid on another day", () => {
    const book = new Book(aPayment());
    book.confirm("2026-01-15");
    const refusal = refusalOf(() => book.confirm("2026-01-16", "--cycle 2026-01-15"));
    expect(refusal).toMatchObject({
      code: "already-done",
      message: "Hydro is paid already for 2026-01-15",
      hint: "By pc_1 on 2026-01-15. To take that back: valhalla unconfirm pc_1",
    });
    expect(book.confirmed("2026-01-16", "--cycle 2026-01-15 --amount 10")).toBe(
      "2026-01-15 overpaid",
    );
  });

  test("a reference that was there", () => {
    expect(() => refuseKnownRef(aPayment(), null)).not.toThrow();
    const known = aConfirmation({ ref: "R1" });
    expect(refusalOf(() => refuseKnownRef(aPayment(), known))).toMatchObject({
      code: "duplicate",
      message: "Hydro has a confirmation with the reference R1 already",
      hint: "It is pc_2026-01-15, 150.00 CAD on 2026-01-15.",
    });
  });

  test("to void what is void", () => {
    const edit = voidConfirmation(aConfirmation(), "2026-01-20T12:00:00.000Z");
    expect(edit).toMatchObject({
      collection: "confirmations",
      before: { voided_at: null },
      after: { voided_at: "2026-01-20T12:00:00.000Z" },
    });
    const voided = aConfirmation({ voided_at: "2026-01-20T12:00:00.000Z" });
    expect(refusalOf(() => voidConfirmation(voided, "2026-01-21T12:00:00.000Z")).code).toBe(
      "already-done",
    );
  });
});

test("a record of a confirmation says all that is known", () => {
  const book = new Book(aPayment({ currency: "JPY", amount: "1500" }));
  const { confirmation, before, after } = confirmPayment(
    book.payment,
    {
      paid_on: day("2026-01-16"),
      cycle: null,
      early: false,
      minor: 1000,
      method: "PAD",
      ref: "R1",
      notes: "by phone",
      source: "agent",
      scheduled: false,
    },
    { id: "pc_1", now: "2026-01-16T12:00:00.000Z" },
    aView("2026-01-16"),
  );
  expect(confirmation).toEqual({
    id: "pc_1",
    payment_id: "pay_hydro",
    cycle: "2026-01-15",
    paid_on: "2026-01-16",
    amount: "1000",
    currency: "JPY",
    expected: "1500",
    method: "PAD",
    ref: "R1",
    notes: "by phone",
    source: "agent",
    transaction_id: null,
    created_at: "2026-01-16T12:00:00.000Z",
    voided_at: null,
  });
  expect(before.standing).toMatchObject({ status: "grace", remaining: 1500 });
  expect(after.standing).toMatchObject({ status: "partial", remaining: 500 });
});
