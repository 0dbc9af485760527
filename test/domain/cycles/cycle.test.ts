import { beforeAll, describe, expect, test } from "vitest";
import {
  type Cycle,
  cyclesDue,
  cyclesFrom,
  cyclesNamed,
  findCycle,
} from "../../../src/domain/cycles/cycle.ts";
import type { Cadence } from "../../../src/domain/days/cadence.ts";
import type { Roll } from "../../../src/domain/days/roll.ts";
import { loadRules } from "../../../src/domain/days/rule.ts";
import type { StatusChange } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, aTerm, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

beforeAll(loadRules);

const span = (from: string, to: string) => ({ from: day(from), to: day(to) });

/** `name` of cycles that are due on that day, `name→date` of those that are not. */
const shown = (cycles: readonly Cycle[]): string =>
  cycles.map(({ name, date }) => (name === date ? name : `${name}→${date}`)).join(" ");

describe("cyclesDue", () => {
  test.each(
    table<"why" | "cadence" | "start" | "roll" | "calendar" | "from" | "to" | "cycles">(`
      why                                                  | cadence | start      | roll               | calendar | from       | to         | cycles
      a bill rolled out of its month keeps its name        | monthly | 2026-01-31 | following          |          | 2026-02-01 | 2026-02-28 | 2026-01-31→2026-02-02 
      and is not due in its own month                      | monthly | 2026-01-31 | following          |          | 2026-01-01 | 2026-01-31 |
      the month's end holds a modified roll                | monthly | 2026-01-31 | modified-following |          | 2026-01-01 | 2026-02-28 | 2026-01-31→2026-01-30 2026-02-28→2026-02-27
      a roll back over the edge of the span                | monthly | 2026-02-01 | preceding          |          | 2026-01-30 | 2026-01-30 | 2026-02-01→2026-01-30
      a roll forward over the edge of the span             | monthly | 2026-02-28 | following          |          | 2026-03-02 | 2026-03-02 | 2026-02-28→2026-03-02
      four days of rest before the span, at Easter         | yearly  | 2026-04-03 | following          | CA       | 2026-04-06 | 2026-04-06 | 2026-04-03→2026-04-06
      Christmas on a Friday                                | yearly  | 2026-12-25 | following          | CA-ON    | 2026-12-20 | 2026-12-31 | 2026-12-25→2026-12-29
      a run of rest longer than a fortnight, forward       | yearly  | 2026-12-20 | following          | shutdown | 2027-01-11 | 2027-01-11 | 2026-12-20→2027-01-11
      and back                                             | yearly  | 2027-01-09 | preceding          | shutdown | 2026-12-18 | 2026-12-18 | 2027-01-09→2026-12-18
      two cycles due on one day, the earlier first         | daily   | 2026-01-02 | following          |          | 2026-01-05 | 2026-01-05 | 2026-01-03→2026-01-05 2026-01-04→2026-01-05 2026-01-05
      28 February and 29 February, yearly                  | yearly  | 2024-02-29 | none               |          | 2024-01-01 | 2028-12-31 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29
      and from a 28th it stays the 28th                    | yearly  | 2023-02-28 | none               |          | 2023-01-01 | 2025-01-01 | 2023-02-28 2024-02-28
    `),
  )("$why", ({ cadence, start, roll, calendar, from, to, cycles }) => {
    const payment = aPayment({
      cadence: cadence as Cadence,
      start,
      roll: roll as Roll,
      calendar: calendar || null,
    });
    const policy = { ...defaultPolicy, calendars: { shutdown } };
    expect(shown(cyclesDue(payment, span(from, to), policy))).toBe(cycles);
  });

  test("a moved cycle is due on its new day, wherever the span is, and not on its old one", () => {
    const payment = aPayment({
      exceptions: { [day("2026-01-15")]: { moved_to: day("2026-06-20") } },
    });
    const due = (from: string, to: string) =>
      shown(cyclesDue(payment, span(from, to), defaultPolicy));
    expect(due("2026-06-01", "2026-06-30")).toBe("2026-06-15 2026-01-15→2026-06-20");
    expect(due("2026-01-01", "2026-01-31")).toBe("");
  });

  test("a move of a day that names no cycle moves nothing", () => {
    const payment = aPayment({
      exceptions: { [day("2026-01-16")]: { moved_to: day("2026-06-20") } },
    });
    expect(shown(cyclesDue(payment, span("2026-06-16", "2026-06-30"), defaultPolicy))).toBe("");
  });

  test("each term has its own days, from its first on", () => {
    const payment = aPayment({
      terms: [
        aTerm(),
        aTerm({ from: day("2026-03-01"), anchor: day("2026-03-20"), amount: "160.00" }),
        aTerm({ from: day("2026-05-01"), anchor: day("2026-05-02"), cadence: "weekly" }),
      ],
    });
    const cycles = cyclesDue(payment, span("2026-01-01", "2026-05-10"), defaultPolicy);
    expect(shown(cycles)).toBe("2026-01-15 2026-02-15 2026-03-20 2026-04-20 2026-05-02 2026-05-09");
    expect(cycles.map(({ term }) => term.amount)).toEqual([
      "150.00",
      "150.00",
      "160.00",
      "160.00",
      "150.00",
      "150.00",
    ]);
  });

  test("a plan of N payments counts the skipped ones too", () => {
    const payment = aPayment({ count: 3, exceptions: { [day("2026-02-15")]: { skipped: true } } });
    const cycles = cyclesDue(payment, span("2026-01-01", "2026-12-31"), defaultPolicy);
    expect(shown(cycles)).toBe("2026-01-15 2026-02-15 2026-03-15");
    expect(cycles.map(({ exception }) => exception.skipped)).toEqual([undefined, true, undefined]);
  });
});

/** Every day from 19 December to 10 January: a factory that shuts. */
const shutdown = [
  ...Array.from({ length: 13 }, (_, index) => day(`2026-12-${19 + index}`)),
  ...Array.from({ length: 10 }, (_, index) => day(`2027-01-${String(index + 1).padStart(2, "0")}`)),
];

describe("a span in which a payment is not active owes nothing", () => {
  test.each(
    table<"why" | "changes" | "cycles">(`
      why                               | changes                                                        | cycles
      never stopped                     |                                                                | 2026-01-15 2026-02-15 2026-03-15 2026-04-15
      paused, what was due before stays | paused 2026-02-01                                              | 2026-01-15
      paused from a due day on          | paused 2026-02-15                                              | 2026-01-15
      paused on the day after one       | paused 2026-02-16                                              | 2026-01-15 2026-02-15
      paused and taken up again         | paused 2026-02-01, active 2026-03-01                           | 2026-01-15 2026-03-15 2026-04-15
      taken up again on a due day       | paused 2026-02-01, active 2026-03-15                           | 2026-01-15 2026-03-15 2026-04-15
      cancelled while paused            | paused 2026-02-01, cancelled 2026-03-01                        | 2026-01-15
      cancelled and taken up again      | cancelled 2026-02-01, active 2026-04-01                        | 2026-01-15 2026-04-15
    `),
  )("$why", ({ changes, cycles }) => {
    const payment = aPayment({ status_changes: statusChanges(changes) });
    const due = cyclesDue(payment, span("2026-01-01", "2026-04-30"), defaultPolicy);
    expect(shown(due)).toBe(cycles);
    const listed: Cycle[] = [];
    for (const cycle of cyclesFrom(payment, day("2026-01-01"), defaultPolicy)) {
      if (cycle.date > "2026-04-30") break;
      listed.push(cycle);
    }
    expect(shown(listed)).toBe(cycles);
  });
});

function statusChanges(text: string): StatusChange[] {
  return text
    .split(", ")
    .filter((change) => change !== "")
    .map((change) => {
      const [status, on = ""] = change.split(" ");
      if (status !== "active" && status !== "paused" && status !== "cancelled")
        throw new Error(change);
      return { status, on: day(on) };
    });
}

describe("cyclesNamed and findCycle", () => {
  test("go by the nominal day, whatever day it is due", () => {
    const payment = aPayment({ start: "2026-01-31", roll: "following" });
    expect(findCycle(payment, day("2026-01-31"), defaultPolicy)?.date).toBe("2026-02-02");
    expect(findCycle(payment, day("2026-02-02"), defaultPolicy)).toBeNull();
    expect(shown(cyclesNamed(payment, span("2026-01-01", "2026-01-31"), defaultPolicy))).toBe(
      "2026-01-31→2026-02-02",
    );
  });

  test("know the cycles of a rule", () => {
    const payment = aPayment({
      cadence: "rule",
      rule: "FREQ=MONTHLY;BYDAY=2TU",
      start: "2026-01-13",
    });
    expect(findCycle(payment, day("2026-02-10"), defaultPolicy)?.date).toBe("2026-02-10");
    expect(findCycle(payment, day("2026-02-11"), defaultPolicy)).toBeNull();
  });
});

describe("cyclesFrom", () => {
  test("ends where the payment ends, and yields nothing twice on its way", () => {
    const payment = aPayment({ cadence: "quarterly", until: day("2030-01-15") });
    const names = [...cyclesFrom(payment, day("2026-01-01"), defaultPolicy)].map(
      ({ name }) => name,
    );
    expect(names).toHaveLength(17);
    expect(new Set(names).size).toBe(17);
    expect(names.at(-1)).toBe("2030-01-15");
  });

  test("looks at no day after a payment was cancelled for good", () => {
    let asked = 0;
    const counted = {
      ...defaultPolicy,
      get calendars() {
        asked += 1;
        return {};
      },
    };
    const payment = aPayment({
      cadence: "daily",
      status_changes: [{ status: "cancelled", on: day("2026-01-20") }],
    });
    expect([...cyclesFrom(payment, day("2026-01-18"), counted)]).toHaveLength(2);
    expect(asked).toBeLessThan(200);
  });
});

test("what a span costs does not depend on how long ago the payment began", () => {
  const visited = (start: string): number => {
    let count = 0;
    const policy = {
      ...defaultPolicy,
      get calendars() {
        count += 1;
        return {};
      },
    };
    const payment = aPayment({ cadence: "weekly", start, roll: "following", calendar: "CA" });
    expect(cyclesDue(payment, span("2026-01-05", "2026-02-01"), policy)).toHaveLength(4);
    return count;
  };
  expect(visited("1900-01-01")).toBe(visited("2025-12-01"));
  expect(visited("1900-01-01")).toBeLessThan(12);
});
