import { describe, expect, test } from "vitest";
import { owedFrom } from "../../../src/domain/registry/owed-from.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { table } from "../../support/table.ts";

describe("the day from which on a payment is owed unasked", () => {
  test.each(
    table<"why" | "start" | "said" | "created" | "from">(`
      why                                  | start      | said       | created    | from
      as it was said                       | 2020-01-01 | 2026-03-01 | 2026-04-01 | 2026-03-01
      never before its first due day       | 2026-05-01 | 2026-03-01 | 2026-04-01 | 2026-05-01
      not kept: made, less the grace       | 2020-01-01 |            | 2026-04-01 | 2026-03-27
      not kept, and begun after it was made | 2026-04-15 |            | 2026-04-01 | 2026-04-15
    `),
  )("$why", ({ start, said, created, from }) => {
    const { owed_from: _, ...rest } = aPayment({
      start,
      created_at: `${created}T12:00:00.000Z`,
    });
    const payment = said === "" ? rest : { ...rest, owed_from: day(said) };
    expect(owedFrom(payment, defaultPolicy)).toBe(from);
  });
});
