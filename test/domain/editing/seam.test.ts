import { describe, expect, test } from "vitest";
import { cyclesNamed } from "../../../src/domain/cycles/cycle.ts";
import { beginOfEdit } from "../../../src/domain/editing/begin-of-edit.ts";
import { editPayment, type PaymentPatch } from "../../../src/domain/editing/edit-payment.ts";
import { refuseSeam, seamOf } from "../../../src/domain/editing/seam.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const edited = (payment: Payment, patch: PaymentPatch, from: string): Payment =>
  editPayment(payment, patch, { from: day(from), correct: false }, defaultPolicy);

const firstNames = (payment: Payment): string =>
  cyclesNamed(payment, { from: day("2026-01-01"), to: day("2026-12-31") }, defaultPolicy)
    .slice(0, 4)
    .map(({ name }) => name.slice(5))
    .join(" ");

describe("a new due day begins with the period of the next cycle that is not settled", () => {
  test.each(
    table<"why" | "cadence" | "start" | "to" | "paid" | "today" | "names">(`
      why                                         | cadence   | start | to   | paid        | today | names
      later in the month, this one paid           | monthly   | 01-12 | 20   | 01-12       | 01-15 | 01-12 02-20 03-20 04-20
      later in the month, this one open           | monthly   | 01-20 | 25   |             | 01-15 | 01-25 02-25 03-25 04-25
      earlier in the month, still to come         | monthly   | 01-20 | 17   |             | 01-15 | 01-17 02-17 03-17 04-17
      earlier in the month, that day has passed   | monthly   | 01-20 | 5    |             | 01-15 | 01-20 02-05 03-05 04-05
      this one is overdue: it keeps its day       | monthly   | 01-12 | 20   |             | 01-15 | 01-12 02-20 03-20 04-20
      two are paid ahead                          | monthly   | 01-12 | 20   | 01-12 02-12 | 01-15 | 01-12 02-12 03-20 04-20
      to the last day                             | monthly   | 01-12 | last | 01-12       | 01-15 | 01-12 02-28 03-31 04-30
      a quarter                                   | quarterly | 01-12 | 20   | 01-12       | 01-15 | 01-12 04-20 07-20 10-20
      a quarter, to an earlier day                | quarterly | 01-12 | 5    | 01-12       | 01-15 | 01-12 04-05 07-05 10-05
    `),
  )("$why", ({ cadence, start, to, paid, today, names }) => {
    const known = paid
      .split(" ")
      .filter((name) => name !== "")
      .map((name) => aConfirmation({ cycle: `2026-${name}` }));
    const rhythm = cadence === "quarterly" ? ("quarterly" as const) : ("monthly" as const);
    const payment = aPayment({ cadence: rhythm, start: `2026-${start}` });
    const patch = { due_day: to };
    const from = beginOfEdit(payment, patch, aView(`2026-${today}`, known));
    const after = edited(payment, patch, from);
    expect(firstNames(after)).toBe(names);
    expect(seamOf(payment, after, from, defaultPolicy)?.fault ?? null).toBeNull();
  });

  test("anything else begins today", () => {
    const view = aView("2026-01-20");
    expect(beginOfEdit(aPayment(), { amount: "160" }, view)).toBe("2026-01-20");
    expect(beginOfEdit(aPayment(), { cadence: "yearly", due_day: "20" }, view)).toBe("2026-01-20");
    expect(beginOfEdit(aPayment({ count: 1 }), { due_day: "20" }, view)).toBe("2026-01-20");
  });
});

describe("the seam between the old days and the new", () => {
  test.each(
    table<"why" | "cadence" | "patch" | "from" | "seam">(`
      why                                     | cadence | patch             | from       | seam
      the same month twice                    | monthly | due_day 20        | 2026-01-16 | 01-15 01-20 doubled
      a month left out                        | monthly | due_day 5         | 2026-02-10 | 01-15 03-05 dropped
      a month each                            | monthly | due_day 20        | 2026-02-01 | 01-15 02-20 even
      from months to weeks, at once           | monthly | cadence weekly    | 2026-01-17 | 01-15 01-17 doubled
      from months to weeks, a week on         | monthly | cadence weekly    | 2026-01-22 | 01-15 01-22 even
      from months to quarters                 | monthly | cadence quarterly | 2026-02-01 | 01-15 02-15 none
      from weeks to months, too far off       | weekly  | due_day 10        | 2026-01-16 | 01-15 02-10 even
      from years to months                    | yearly  | cadence monthly   | 2026-02-10 | 01-15 02-15 even
    `),
  )("$why", ({ cadence, patch, from, seam }) => {
    const payment = aPayment({ cadence: cadence as "monthly" });
    const [key = "", value = ""] = patch.split(" ");
    const monthly = cadence === "weekly" ? { cadence: "monthly" as const } : {};
    const after = edited(payment, { ...monthly, [key]: value }, from);
    const found = seamOf(payment, after, day(from), defaultPolicy);
    if (found === null) return expect(seam).toBe("01-15 02-15 none");
    const { last, first, fault } = found;
    expect(`${last.name.slice(5)} ${first.name.slice(5)} ${fault ?? "even"}`).toBe(seam);
  });

  test("where a period would be due twice or not at all is refused with the day that mends it", () => {
    const payment = aPayment();
    const refusal = (patch: PaymentPatch, from: string) => {
      const seam = seamOf(payment, edited(payment, patch, from), day(from), defaultPolicy);
      if (seam === null) throw new Error("no seam");
      return refusalOf(() => refuseSeam(payment, seam));
    };
    expect(refusal({ due_day: "20" }, "2026-01-16")).toMatchObject({
      code: "conflict",
      message: "Hydro would be due twice in one period: 2026-01-15, then 2026-01-20",
      hint: "Say from when on: valhalla edit Hydro … --from 2026-02-15",
    });
    expect(refusal({ due_day: "5" }, "2026-02-10").message).toBe(
      "Hydro would miss a period: 2026-01-15, then 2026-03-05",
    );
  });

  test("a change of price has none", () => {
    const after = edited(aPayment(), { amount: "160" }, "2026-03-01");
    expect(seamOf(aPayment(), after, day("2026-03-01"), defaultPolicy)).toBeNull();
  });
});
