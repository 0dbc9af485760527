import { describe, expect, test } from "vitest";
import { comingCycles } from "../../../src/domain/cycles/coming-cycles.ts";
import { outlookOf, outlookView } from "../../../src/domain/cycles/outlook.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { table } from "../../support/table.ts";

const paymentsByPart: Readonly<Record<string, Payment>> = {
  monthly: aPayment(),
  yearly: aPayment({ cadence: "yearly", start: "2026-02-10" }),
  once: aPayment({ cadence: "once" }),
  plan: aPayment({ count: 2 }),
  late: aPayment({ owed_from: day("2026-03-10") }),
  paused: aPayment({ status_changes: [{ status: "paused", on: day("2026-02-01") }] }),
  cancelled: aPayment({ status_changes: [{ status: "cancelled", on: day("2026-01-01") }] }),
  moved: aPayment({ exceptions: { [day("2026-01-15")]: { moved_to: day("2026-04-30") } } }),
};

describe("what a payment wants, seen from a day", () => {
  test.each(
    table<"why" | "part" | "paid" | "today" | "due" | "upcoming" | "late" | "ended">(`
      why                                   | part      | paid                  | today      | due        | upcoming   | late         | ended
      nothing is late                       | monthly   |                       | 2026-01-10 | 2026-01-15 | 2026-01-15 |              |
      due today is not late                 | monthly   |                       | 2026-01-15 | 2026-01-15 | 2026-01-15 |              |
      the day after it is                   | monthly   |                       | 2026-01-16 | 2026-01-15 | 2026-02-15 | 1 150 1      |
      three of them                         | monthly   |                       | 2026-04-10 | 2026-01-15 | 2026-04-15 | 3 450 85     |
      the oldest one paid                   | monthly   | 2026-01-15            | 2026-04-10 | 2026-02-15 | 2026-04-15 | 2 300 54     |
      all paid                              | monthly   | 2026-01-15 2026-02-15 | 2026-02-20 | 2026-03-15 | 2026-03-15 |              |
      the next one paid early               | monthly   | 2026-01-15 2026-02-15 | 2026-01-20 | 2026-03-15 | 2026-03-15 |              |
      a yearly bill, unpaid since February  | yearly    |                       | 2026-04-11 | 2026-02-10 | 2027-02-10 | 1 150 60     |
      of before the books                   | late      |                       | 2026-04-10 | 2026-03-15 | 2026-04-15 | 1 150 26     |
      once, and late                        | once      |                       | 2026-04-10 | 2026-01-15 |            | 1 150 85     |
      once, and done                        | once      | 2026-01-15            | 2026-04-10 |            |            |              | ended
      a plan that is done                   | plan      | 2026-01-15 2026-02-15 | 2026-04-10 |            |            |              | ended
      paused: what was due before stays     | paused    |                       | 2026-04-10 | 2026-01-15 |            | 1 150 85     |
      paused, and nothing open: not ended   | paused    | 2026-01-15            | 2026-04-10 |            |            |              |
      cancelled is no end of its own        | cancelled |                       | 2026-04-10 |            |            |              |
      moved away is not late                | moved     | 2026-02-15 2026-03-15 | 2026-04-10 | 2026-04-15 | 2026-04-15 |              |
    `),
  )("$why", ({ part, paid, today, due, upcoming, late, ended }) => {
    const payment = paymentsByPart[part];
    if (payment === undefined) throw new Error(part);
    const names = paid.split(" ").filter((name) => name !== "");
    const view = aView(
      today,
      names.map((cycle) => aConfirmation({ cycle })),
    );
    const shown = outlookView(payment, outlookOf(payment, view), view.today);
    expect(shown).toEqual({
      next_due: due || null,
      next_upcoming: upcoming || null,
      ended: ended === "ended",
      overdue_count: Number(late.split(" ")[0]),
      overdue: `${late.split(" ")[1] ?? 0}.00`,
      overdue_minor: Number(late.split(" ")[1] ?? 0) * 100,
      days_late: Number(late.split(" ")[2] ?? 0),
    });
  });
});

test("the next two open cycles are what every change answers with", () => {
  const exceptions = { [day("2026-03-15")]: { skipped: true as const } };
  const view = aView("2026-02-01", [aConfirmation({ cycle: "2026-02-15" })]);
  const coming = comingCycles(aPayment({ exceptions }), 2, view);
  expect(coming.map(({ cycle }) => cycle.name)).toEqual(["2026-04-15", "2026-05-15"]);
  expect(comingCycles(aPayment({ count: 3, exceptions }), 2, view)).toEqual([]);
});
