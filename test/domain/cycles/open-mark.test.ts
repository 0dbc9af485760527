import { describe, expect, test } from "vitest";
import {
  doubtCycles,
  emptyMark,
  markBefore,
  markOf,
  openCycles,
} from "../../../src/domain/cycles/open-mark.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { table } from "../../support/table.ts";

const paymentsByPart: Readonly<Record<string, Payment>> = {
  monthly: aPayment(),
  once: aPayment({ cadence: "once" }),
  plan: aPayment({ count: 2 }),
  skipped: aPayment({ exceptions: { [day("2026-02-15")]: { skipped: true } } }),
  moved: aPayment({ exceptions: { [day("2026-01-15")]: { moved_to: day("2026-06-01") } } }),
  paused: aPayment({ status_changes: [{ status: "paused", on: day("2026-02-01") }] }),
};

const evidenceOf = (paid: string) => {
  const names = paid.split(" ").filter((name) => name !== "");
  return aView(
    "2026-01-01",
    names.map((cycle) => aConfirmation({ cycle })),
  ).evidence;
};

describe("the mark of what is open", () => {
  test.each(
    table<"why" | "part" | "paid" | "today" | "through" | "open">(`
      why                                  | part    | paid                  | today      | through    | open
      nothing is due yet                   | monthly |                       | 2026-01-01 | 2026-01-15 |
      due today is behind it               | monthly |                       | 2026-01-15 | 2026-02-15 | 2026-01-15
      all paid                             | monthly | 2026-01-15 2026-02-15 | 2026-02-20 | 2026-03-15 |
      one left behind                      | monthly | 2026-02-15            | 2026-02-20 | 2026-03-15 | 2026-01-15
      paid early is not walked to          | monthly | 2026-03-15            | 2026-01-20 | 2026-02-15 | 2026-01-15
      the same all month long              | monthly |                       | 2026-02-14 | 2026-02-15 | 2026-01-15
      over, and open                       | once    |                       | 2026-02-20 | 2199-12-31 | 2026-01-15
      a plan that is over                  | plan    | 2026-01-15 2026-02-15 | 2026-03-20 | 2199-12-31 |
      skipped                              | skipped |                       | 2026-03-01 | 2026-03-15 | 2026-01-15
      moved away, by its name still behind | moved   | 2026-02-15            | 2026-03-01 | 2026-03-15 | 2026-01-15
      not owed in a pause                  | paused  |                       | 2026-05-01 | 2026-05-15 | 2026-01-15
    `),
  )("$why", ({ part, paid, today, through, open }) => {
    const payment = paymentsByPart[part];
    if (payment === undefined) throw new Error(part);
    const mark = markOf(payment, evidenceOf(paid), day(today), defaultPolicy);
    expect(`${mark.through} ${mark.open.join(" ")}`.trim()).toBe(`${through} ${open}`.trim());
  });

  test("a cycle that was moved is open only from the day it was moved to", () => {
    const payment = aPayment({
      exceptions: { [day("2026-01-15")]: { moved_to: day("2026-02-20") } },
    });
    const evidence = evidenceOf("");
    const mark = markOf(payment, evidence, day("2026-02-01"), defaultPolicy);
    const openUntil = (until: string) =>
      [...openCycles(payment, mark, evidence, day(until), defaultPolicy)].map(({ date }) => date);
    expect(openUntil("2026-02-19")).toEqual(["2026-02-15"]);
    expect(openUntil("2026-02-20")).toEqual(["2026-02-15", "2026-02-20"]);
  });

  test("reads the evidence of the cycles it lists and of those after it, and of no other", () => {
    const weekly = aPayment({ cadence: "weekly", start: "2016-01-07" });
    const mark = { through: day("2026-01-15"), open: [day("2020-01-02")] };
    const asked: string[] = [];
    const evidence = (_: string, cycle: string) => {
      asked.push(cycle);
      return [];
    };
    markOf(weekly, evidence, day("2026-01-20"), defaultPolicy, mark);
    expect(asked).toEqual(["2020-01-02", "2026-01-15"]);
  });
});

describe("a mark is put in doubt", () => {
  const mark = { through: day("2026-04-15"), open: [day("2026-02-15")] };
  const before = aPayment();

  test("at cycles behind it", () => {
    const doubted = doubtCycles(mark, ["2026-01-15", "2026-02-15", "2026-05-15"].map(day));
    expect(doubted).toEqual({ ...mark, open: ["2026-01-15", "2026-02-15"] });
  });

  test("at the exceptions that changed, and everywhere by another term or status", () => {
    const skipped = { ...before, exceptions: { [day("2026-03-15")]: { skipped: true as const } } };
    expect(markBefore(mark, before, skipped).open).toEqual(["2026-02-15", "2026-03-15"]);
    expect(markBefore(mark, skipped, before).open).toEqual(["2026-02-15", "2026-03-15"]);
    expect(markBefore(mark, before, { ...before, notes: "x" })).toEqual(mark);
    expect(markBefore(mark, before, aPayment({ every: 2 }))).toEqual(emptyMark);
    expect(markBefore(mark, before, paymentsByPart["paused"] ?? before)).toEqual(emptyMark);
  });
});
