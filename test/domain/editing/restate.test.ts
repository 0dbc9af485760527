import { describe, expect, test } from "vitest";
import { cyclesDue } from "../../../src/domain/cycles/cycle.ts";
import { outlookOf } from "../../../src/domain/cycles/outlook.ts";
import { type Restatement, restate } from "../../../src/domain/editing/restate.ts";
import type { Payment, StatusChange } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

/** `paused 2026-03-01` or `paused 2026-03-01 2026-05-01`, with the day on which it is active again. */
function restatement(text: string): Restatement {
  const [status, on = "", until] = text.split(" ");
  const meant = (["active", "paused", "cancelled"] as const).find((each) => each === status);
  return { status: meant ?? "active", on: day(on), until: until === undefined ? null : day(until) };
}

const changes = (list: readonly StatusChange[]): string =>
  list.map(({ status, on }) => `${status} ${on.slice(5)}`).join(", ");

const restated = (payment: Payment, text: string, paid: string[] = [], today = "2026-03-10") =>
  restate(payment, restatement(text), paid.map(day), day(today), defaultPolicy);

const having = (text: string): Payment =>
  aPayment({
    status_changes: text
      .split(", ")
      .filter((words) => words !== "")
      .map((words) => {
        const { status, on } = restatement(words);
        return { status, on };
      }),
  });

describe("another status from a day on", () => {
  test.each(
    table<"why" | "before" | "said" | "after" | "superseded">(`
      why                                       | before                                | said                         | after                         | superseded
      paused today                              |                                       | paused 2026-03-10            | paused 03-10                  |
      paused until a day                        |                                       | paused 2026-03-10 2026-06-01 | paused 03-10, active 06-01    |
      a planned end does not block a pause      | cancelled 2026-06-01                  | paused 2026-03-10            | paused 03-10                  | cancelled 06-01
      nor does it block an earlier end          | cancelled 2026-06-01                  | cancelled 2026-03-10         | cancelled 03-10               | cancelled 06-01
      a planned end is taken back               | cancelled 2026-06-01                  | active 2026-03-10            |                               | cancelled 06-01
      an end planned behind another one         | paused 2026-05-01                     | cancelled 2026-06-01         | paused 05-01, cancelled 06-01 |
      what came to pass stays                   | paused 2026-02-01, active 2026-06-01  | active 2026-03-10            | paused 02-01, active 03-10    | active 06-01
    `),
  )("$why", ({ before, said, after, superseded }) => {
    const { payment, superseded: found } = restated(having(before), said);
    expect(changes(payment.status_changes)).toBe(after);
    expect(changes(found)).toBe(superseded);
  });

  test("history is not rewritten, and what is so already is refused", () => {
    const paused = having("paused 2026-02-01");
    expect(refusalOf(() => restated(paused, "cancelled 2026-01-20")).code).toBe("conflict");
    expect(refusalOf(() => restated(paused, "paused 2026-03-10")).code).toBe("already-done");
  });
});

describe("cycles for which money had come stay owed", () => {
  test("paid, partly paid and paid early, however the payment is paused before them", () => {
    const { payment, kept } = restated(aPayment(), "cancelled 2026-01-20", [
      "2026-01-15",
      "2026-02-15",
      "2026-04-15",
    ]);
    expect(kept.map(({ name }) => name)).toEqual(["2026-02-15", "2026-04-15"]);
    const span = { from: day("2026-01-01"), to: day("2026-12-31") };
    expect(cyclesDue(payment, span, defaultPolicy).map(({ name }) => name)).toEqual([
      "2026-01-15",
      "2026-02-15",
      "2026-04-15",
    ]);
  });

  test("what remains of a part is overdue, and what is to come is seen", () => {
    const { payment } = restated(aPayment(), "cancelled 2026-01-20", ["2026-02-15", "2026-04-15"]);
    const part = aConfirmation({ cycle: "2026-02-15", amount: "100.00" });
    const ahead = aConfirmation({ cycle: "2026-04-15", amount: "50.00" });
    const { overdue, upcoming } = outlookOf(
      payment,
      aView("2026-03-10", [aConfirmation(), part, ahead]),
    );
    expect(overdue.map(({ cycle, standing }) => [cycle.name, standing.remaining])).toEqual([
      ["2026-02-15", 5000],
    ]);
    expect(upcoming?.cycle.name).toBe("2026-04-15");
  });

  test("a plan says which of its cycles are swallowed", () => {
    const { swallowed } = restated(aPayment({ count: 5 }), "paused 2026-03-10 2026-05-01");
    expect(swallowed.map(({ name }) => name)).toEqual(["2026-03-15", "2026-04-15"]);
  });
});
