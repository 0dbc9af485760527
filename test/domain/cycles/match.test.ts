import { describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { matchPaid } from "../../../src/domain/cycles/match.ts";
import type { Cadence } from "../../../src/domain/days/cadence.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

const span = { from: day("2026-01-01"), to: day("2026-03-31") };

/** `b 2026-01-15` was paid on that day, by that id. */
const paidOn = (text: string) =>
  text
    .split(", ")
    .filter((words) => words !== "")
    .map((words) => {
      const [id = "", on = ""] = words.split(" ");
      return { id, paid_on: day(on) };
    });

const shown = (matched: ReturnType<typeof matchPaid>): string =>
  [...matched]
    .map(([id, cycle]) => `${id} ${cycle.name}`)
    .sort()
    .join(", ");

describe("matchPaid", () => {
  test.each(
    table<"why" | "cadence" | "start" | "paid" | "matched">(`
      why                                     | cadence | start      | paid                                       | matched
      nothing was paid                        | monthly | 2026-01-15 |                                            |
      on the day                              | monthly | 2026-01-15 | a 2026-01-15                               | a 2026-01-15
      two days before                         | monthly | 2026-01-15 | a 2026-01-13                               | a 2026-01-15
      three days before                       | monthly | 2026-01-15 | a 2026-01-12                               |
      five days after                         | monthly | 2026-01-15 | a 2026-01-20                               | a 2026-01-15
      six days after                          | monthly | 2026-01-15 | a 2026-01-21                               |
      one payment never settles two weeklies  | weekly  | 2026-01-05 | a 2026-01-07                               | a 2026-01-05
      three days after a weekly one           | weekly  | 2026-01-05 | a 2026-01-08                               | a 2026-01-05
      four is two before the next             | weekly  | 2026-01-05 | a 2026-01-10                               | a 2026-01-12
      in the gap between weeklies             | weekly  | 2026-01-05 | a 2026-01-09                               |
      two on one day settle one weekly        | weekly  | 2026-01-05 | b 2026-01-06, a 2026-01-06                 | a 2026-01-05
      the nearer of two                       | monthly | 2026-01-15 | a 2026-01-17, b 2026-01-14                 | b 2026-01-15
      as near on either side: the smaller id  | monthly | 2026-01-15 | b 2026-01-14, a 2026-01-16                 | a 2026-01-15
      months one after another                | monthly | 2026-01-15 | c 2026-03-16, a 2026-01-16, b 2026-02-14   | a 2026-01-15, b 2026-02-15, c 2026-03-15
    `),
  )("$why", ({ cadence, start, paid, matched }) => {
    const payment = aPayment({ cadence: cadence as Cadence, start });
    const cycles = cyclesDue(payment, span, defaultPolicy);
    expect(shown(matchPaid(cycles, paidOn(paid), defaultPolicy))).toBe(matched);
  });

  test("a payment between two cycles that were moved together settles the earlier one", () => {
    const payment = aPayment({
      exceptions: { [day("2026-02-15")]: { moved_to: day("2026-01-17") } },
    });
    const cycles = cyclesDue(payment, span, defaultPolicy);
    const matched = matchPaid(cycles, paidOn("b 2026-01-16, a 2026-01-16"), defaultPolicy);
    expect(shown(matched)).toBe("a 2026-01-15, b 2026-02-15");
  });

  test("as many as can be, where one window lies inside another", () => {
    const payment = aPayment({
      start: "2026-01-14",
      terms: [
        aTerm({ anchor: day("2026-01-14") }),
        aTerm({ from: day("2026-01-15"), anchor: day("2026-01-16"), cadence: "daily", count: 1 }),
      ],
    });
    const cycles = cyclesDue(payment, span, defaultPolicy);
    expect(shown(matchPaid(cycles, paidOn("x 2026-01-16, y 2026-01-18"), defaultPolicy))).toBe(
      "x 2026-01-16, y 2026-01-14",
    );
  });
});
