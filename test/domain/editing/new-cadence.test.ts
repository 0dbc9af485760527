import { describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { editPayment, type PaymentPatch } from "../../../src/domain/editing/edit-payment.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, day } from "../../support/a-payment.ts";

const edited = (payment: Payment, patch: PaymentPatch, from: string): Payment =>
  editPayment(payment, patch, { from: day(from), correct: false }, defaultPolicy);

/** The days of January to June 2026, with the amount of each. */
const due = (payment: Payment): string =>
  cyclesDue(payment, { from: day("2026-01-01"), to: day("2026-06-30") }, defaultPolicy)
    .map(({ name, term }) => `${name.slice(5)} ${Number(term.amount)}`)
    .join(", ");

describe("a new cadence begins with the first day from its day on that it names", () => {
  const yearly = aPayment({ cadence: "yearly", start: "2026-01-10" });
  const cases: [string, Payment, PaymentPatch, string, string][] = [
    [
      "yearly to quarterly: the place in the month is kept",
      yearly,
      { cadence: "quarterly" },
      "2026-02-10",
      "01-10 150, 02-10 150, 05-10 150",
    ],
    [
      "yearly to monthly, the day after that place",
      yearly,
      { cadence: "monthly" },
      "2026-02-11",
      "01-10 150, 03-10 150, 04-10 150, 05-10 150, 06-10 150",
    ],
    [
      "weekly to biweekly: the weekday is kept",
      aPayment({ cadence: "weekly", start: "2026-01-05", until: day("2026-02-28") }),
      { cadence: "biweekly" },
      "2026-01-21",
      "01-05 150, 01-12 150, 01-19 150, 01-26 150, 02-09 150, 02-23 150",
    ],
    [
      "monthly to weekly: on the day itself",
      aPayment({ until: day("2026-03-10") }),
      { cadence: "weekly" },
      "2026-02-18",
      "01-15 150, 02-15 150, 02-18 150, 02-25 150, 03-04 150",
    ],
    [
      "to daily: on the day itself",
      aPayment({ until: day("2026-02-20") }),
      { cadence: "daily" },
      "2026-02-18",
      "01-15 150, 02-15 150, 02-18 150, 02-19 150, 02-20 150",
    ],
    [
      "twice a month to monthly has no one place to keep",
      aPayment({ cadence: "semimonthly", due_day: "1,15", start: "2026-01-01" }),
      { cadence: "monthly" },
      "2026-02-10",
      "01-01 150, 01-15 150, 02-01 150, 02-10 150, 03-10 150, 04-10 150, 05-10 150, 06-10 150",
    ],
    [
      "a due day that is said goes before",
      yearly,
      { cadence: "monthly", due_day: "20" },
      "2026-04-11",
      "01-10 150, 04-20 150, 05-20 150, 06-20 150",
    ],
  ];
  test.each(cases)("%s", (_why, payment, patch, from, days) => {
    expect(due(edited(payment, patch, from))).toBe(days);
  });
});
